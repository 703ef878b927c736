import type { Activity } from '../catalog/catalogTask';
import type { Session } from '../session/sessions';
import { listRows, variantRows } from './listRows';
import type { GroupRow, ImageRow, InfoRow, LoadMoreRow, Row, RowLook } from './rows';

/** What brings images that are not there yet; anything else brings those that are there up to date. */
const FOR_MORE: readonly Activity[] = ['load', 'confirm', 'loadAll'];

/**
 * What stands below an account, or at the top where it is the only one: what failed, the groups, what may be missing,
 * and the way to more.
 * @param parent id of the account's own row where several accounts stand, else `undefined`
 * @param look of the rows of images
 * @param favourites keys of the account's favourites
 */
export function topRows(
  session: Session,
  parent: string | undefined,
  look: RowLook,
  favourites: ReadonlySet<string>,
): readonly Row[] {
  const { accountId, images } = session;
  const { catalog, groups } = images;
  // A single account has the view's progress bar for this.
  if (parent !== undefined && catalog.failure === undefined && !catalog.started) {
    return [infoRow(accountId, parent, 'loading')];
  }
  const rows: Row[] = [];
  if (catalog.failure !== undefined) {
    const { error } = catalog.failure;
    rows.push({ kind: 'error', id: `${accountId}/error`, accountId, parent, error });
  }
  for (const row of groupedRows(session, parent, { look, favourites })) rows.push(row);
  if (images.filterFails) rows.push(infoRow(accountId, parent, 'filterFails'));
  if (catalog.completeness.kind === 'incomplete') rows.push(infoRow(accountId, parent, 'incomplete'));
  if (groups.length === 0 && catalog.failure === undefined && catalog.started && !images.filterFails) {
    if (images.filtered) rows.push(infoRow(accountId, parent, 'noMatch'));
    // A single account has a welcome text for this, which stands only in an empty tree.
    else if (parent === undefined) return rows;
    else if (catalog.isComplete) rows.push(infoRow(accountId, parent, 'empty'));
  }
  if (catalog.started && catalog.hasMore && catalog.activity !== 'confirm') {
    rows.push(loadMoreRow(session, parent));
  }
  return rows;
}

/** What stands below a group: its sub-groups and its images. */
export function rowsBelow(row: GroupRow): readonly (GroupRow | ImageRow)[] {
  const { group, id, variants, headings } = row;
  const base = { ...row, parent: id, variants: undefined, alone: false };
  if (variants !== undefined) return variantRows(base, group, variants);
  const { heading } = group;
  return listRows(
    { ...base, headings: heading === undefined ? headings : [...headings, heading] },
    group,
    id,
  );
}

/** A row that says why there is nothing. @param parent id of the row above; `undefined` at the root */
export function infoRow(accountId: string, parent: string | undefined, info: InfoRow['info']): InfoRow {
  return { kind: 'info', id: `${accountId}/${info}`, accountId, parent, info };
}

function groupedRows(
  { accountId, images }: Session,
  parent: string | undefined,
  marked: Pick<GroupRow, 'look' | 'favourites'>,
): readonly Row[] {
  const { catalog, groups, view } = images;
  const { grouping, folded } = view;
  const alone = groups.length === 1;
  const base = {
    kind: 'group',
    accountId,
    parent,
    grouping,
    folded,
    mayHaveMore: !catalog.isComplete,
    alone,
    headings: [],
    variants: undefined,
    ...marked,
  } as const;
  const prefix = `${accountId}/${grouping}`;
  return listRows(base, { images: [], groups }, prefix);
}

function loadMoreRow({ accountId, images }: Session, parent: string | undefined): LoadMoreRow {
  const { activity } = images.catalog;
  const loading = activity !== undefined && FOR_MORE.includes(activity);
  const loaded = images.loaded.length;
  return { kind: 'loadMore', id: `${accountId}/loadMore`, accountId, parent, loaded, loading };
}
