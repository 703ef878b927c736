import { facetOf, type FacetId } from '../../catalog/facets';
import { withCriterion } from '../../catalog/filter/editing';
import { commonValues } from '../../catalog/filter/valueChoices';
import { filterTexts } from '../../text/filterTexts';
import type { Command, CommandContext } from '../context';
import { targetImages } from '../targets';
import { applyAndLoad } from './filter';
import { keepFilter } from './recentFilters';
import { valuesCriterion } from './valueConditions';

/** Shows only images that have of a facet what those of the rows have. @param args as for `targetImages` */
export function onlyThis(kind: FacetId): Command {
  return (context, ...args) => showOnly(context, kind, args);
}

async function showOnly(context: CommandContext, kind: FacetId, args: readonly unknown[]): Promise<void> {
  const target = await targetImages(
    context,
    args,
    { title: filterTexts.title(), placeholder: filterTexts.selectImage(), many: false },
    false,
  );
  const [first] = target?.images ?? [];
  const session = first && context.sessions.of(first.accountId);
  if (target === undefined || first === undefined || session === undefined) return;
  // Other accounts have filters of their own.
  const images = target.images
    .filter(({ accountId }) => accountId === first.accountId)
    .map(({ image }) => image);
  // A group is asked for as it is called; an image stands for its family.
  const row = context.view.rowOf(args[0]);
  const isGroup = row?.kind === 'group' && row.variants === undefined;
  const values = commonValues(images, facetOf(kind), isGroup);
  const { view } = session.images;
  const filter = withCriterion(view.filter, valuesCriterion(kind, values));
  await applyAndLoad(context, session, filter);
  await keepFilter(context.state, filter);
}
