import { env, l10n } from 'vscode';
import { formatAge, formatCount } from '../base/format';
import type { AccountImages } from '../session/accountImages';
import { describeCriterion } from './describeFilter';

/**
 * What a reader of the list has to know beside it: how old it is, the filter, and what the filter lets through; an empty
 * text where all of it goes without saying.
 */
export function imagesSummary(images: AccountImages): string {
  return [ageText(images), filterText(images)].filter((part) => part !== undefined).join(' · ');
}

function ageText({ catalog }: AccountImages): string | undefined {
  if (!catalog.restored || catalog.asOf === undefined) return undefined;
  return l10n.t('as of {0}', formatAge(catalog.asOf, Date.now(), env.language));
}

function filterText({
  view,
  loaded,
  shown,
  catalog,
  filtered,
  filterFails,
}: AccountImages): string | undefined {
  // What a filter lets through that cannot be applied is not known: a row of its own says so.
  if (!filtered || filterFails) return undefined;
  const criteria = view.filter.criteria.map(describeCriterion).join(', ');
  if (!catalog.started) return criteria;
  // A list that cannot be loaded whole may have more of both.
  const mark = catalog.isComplete || catalog.hasMore ? '' : '+';
  const matching = `${formatCount(shown.length)}${mark}`;
  const all = `${formatCount(loaded.length)}${mark}`;
  const counts = catalog.hasMore
    ? l10n.t('{0} of {1} match, more not loaded', matching, all)
    : l10n.t('{0} of {1} match', matching, all);
  return `${criteria} · ${counts}`;
}
