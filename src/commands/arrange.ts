import { QuickPickItemKind, type QuickPickItem } from 'vscode';
import { isFacetId } from '../catalog/facets';
import { GROUPING_CHOICES, groupingFor, type GroupingChoice } from '../catalog/grouping';
import { SORTINGS, sortingName, type Sorting, type SortKey } from '../catalog/sorting';
import { ARRANGEMENTS, type ArrangeChange, type ArrangeCommand } from '../session/arrangements';
import { facetWords } from '../text/describeFacet';
import { arrangeTexts } from '../text/arrangeTexts';
import type { Command, CommandContext } from './context';
import { pickOne } from './pick';
import { targetSession } from './targets';

/** A command for each choice of the menus. */
export const ARRANGE_COMMANDS = Object.fromEntries(
  ARRANGEMENTS.flatMap(({ command, change, ticked, tickedChange }): [ArrangeCommand, Command][] => [
    [command, arranging(change)],
    [ticked, arranging(tickedChange)],
  ]),
) as Readonly<Record<ArrangeCommand, Command>>;

/** Asks how the images are grouped, and whether disk sizes are folded. @param row id of a row, or of an account */
export async function groupBy(context: CommandContext, row?: unknown): Promise<void> {
  const session = await targetSession(context, row);
  if (session === undefined) return;
  const { images } = session;
  const { wantedGrouping: current, folded } = images.view;
  const groupings = GROUPING_CHOICES.filter(
    (grouping) => grouping === 'auto' || groupingFor(grouping, images.source) === grouping,
  ).map((grouping) => ({
    ...choice(groupingLabel(grouping), grouping === current),
    grouping,
  }));
  const fold = {
    label: `${folded ? '$(check) ' : ''}${arrangeTexts.combine()}`,
    description: folded ? arrangeTexts.on() : arrangeTexts.off(),
    grouping: undefined,
  };
  const separator = { label: '', kind: QuickPickItemKind.Separator, grouping: undefined };
  const picked = await pickOne([...groupings, separator, fold], {
    title: arrangeTexts.groupTitle(),
    placeHolder: arrangeTexts.groupBy(),
  });
  if (picked === undefined) return;
  const { grouping } = picked;
  await context.sessions.show(session, grouping === undefined ? { folded: !folded } : { grouping });
}

/** Asks how the images are sorted within their groups. @param row as for `groupBy` */
export async function sortBy(context: CommandContext, row?: unknown): Promise<void> {
  const session = await targetSession(context, row);
  if (session === undefined) return;
  const { sorting } = session.images.view;
  const items = SORTINGS.map((candidate) => ({
    ...choice(sortingLabel(candidate), sortingName(candidate) === sortingName(sorting)),
    sorting: candidate,
  }));
  const picked = await pickOne(items, {
    title: arrangeTexts.sortTitle(),
    placeHolder: arrangeTexts.sortBy(),
  });
  if (picked !== undefined) await context.sessions.show(session, { sorting: picked.sorting });
}

/** Arranges the images of a row's account, or of the active one. */
function arranging(change: ArrangeChange): Command {
  return async (context, row) => {
    const session = await targetSession(context, row);
    if (session !== undefined) await context.sessions.show(session, change);
  };
}

/** The present one is said in words, not only by an icon. */
function choice(label: string, current: boolean): QuickPickItem {
  return current ? { label: `$(check) ${label}`, description: arrangeTexts.current() } : { label };
}

function groupingLabel(grouping: GroupingChoice): string {
  if (isFacetId(grouping)) return facetWords(grouping).title;
  switch (grouping) {
    case 'auto':
      return arrangeTexts.automatic();
    case 'status':
      return arrangeTexts.status();
    case 'none':
      return arrangeTexts.noGrouping();
  }
}

function sortingLabel({ key, descending }: Sorting): string {
  const [up, down] = directions(key);
  return descending ? down : up;
}

function directions(key: SortKey): readonly [ascending: string, descending: string] {
  switch (key) {
    case 'server':
      return [arrangeTexts.serverOrder(), arrangeTexts.serverOrder()];
    case 'name':
      return [arrangeTexts.nameUp(), arrangeTexts.nameDown()];
    case 'size':
      return [arrangeTexts.sizeUp(), arrangeTexts.sizeDown()];
    case 'created':
      return [arrangeTexts.createdUp(), arrangeTexts.createdDown()];
    case 'updated':
      return [arrangeTexts.updatedUp(), arrangeTexts.updatedDown()];
  }
}
