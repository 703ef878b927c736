import type { Apart } from '../catalog/labels/apart';
import type { GivenList } from './givenRows';
import type { GroupRow, ImageRow, Row, ShownLabel } from './rows';

/** The rows of a tree, asked for by the row above them; `undefined` means the top. */
export interface RowLists {
  /** What the editor was given; `undefined` where it has not asked. @param parent an id */
  before(parent: string | undefined): GivenList | undefined;
  /** What there is now; `undefined` where that begins with the editor's asking. */
  now(parent: Row | undefined): readonly Row[] | undefined;
}

/** What a comparison of the rows that are shown with those that there are leads to. */
export interface Comparison {
  /** Ids of the fewest rows to refresh so that the editor shows what there is now; `undefined` for everything. */
  readonly stale: readonly string[] | undefined;
  /** What counts as given from now on, by the id of the row above; `undefined` for what is needed no more. */
  readonly given: ReadonlyMap<string | undefined, GivenList | undefined>;
}

/** As many changed rows of one list are refreshed one by one; more of them cost less as a whole. */
const ONE_BY_ONE = 50;

/**
 * Lays what there is now beside what the editor was given. Where rows have come or gone, the row above them is
 * refreshed: with it the editor asks for all that it shows below.
 */
export function compareRows(lists: RowLists): Comparison {
  const given = new Map<string | undefined, GivenList | undefined>();
  // What the editor is to ask for again stays as it was given until then, but no longer than to the next change.
  const refresh = (parent: Row | undefined): void => {
    const before = given.get(parent?.id) ?? lists.before(parent?.id);
    if (before === undefined) return;
    given.set(parent?.id, before.awaited ? undefined : { rows: before.rows, of: parent, awaited: true });
  };
  const staleAt = (before: Row | undefined, row: Row): readonly string[] => {
    const same = before !== undefined && looksTheSame(before, row);
    if (same && row.kind !== 'group' && row.kind !== 'account') return [];
    const below = same ? staleBelow(row) : undefined;
    if (below === undefined) refresh(row);
    return below ?? [row.id];
  };
  /** `undefined` where the row above is to be refreshed. */
  const staleBelow = (parent: Row | undefined): readonly string[] | undefined => {
    const before = lists.before(parent?.id);
    if (parent?.kind === 'group' && (before === undefined || holdsTheSame(before.of, parent))) return [];
    const rows = lists.now(parent);
    if (rows === undefined) return undefined;
    if (before === undefined) return [];
    if (rows === before.rows) return [];
    if (!sameIds(before.rows, rows)) return undefined;
    given.set(parent?.id, { rows, of: parent, awaited: false });
    const stale = rows.flatMap((row, index) => staleAt(before.rows[index], row));
    return stale.length > ONE_BY_ONE ? undefined : stale;
  };
  const stale = staleBelow(undefined);
  if (stale === undefined) refresh(undefined);
  return { stale, given };
}

/** Whether two lists have the same rows in the same order, whatever these show. */
export function sameIds(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, index) => row.id === b[index]?.id);
}

/** The rows below it are the same, too. */
export function holdsTheSame(a: Row | undefined, b: GroupRow): boolean {
  return (
    a?.kind === 'group' &&
    a.group === b.group &&
    a.folded === b.folded &&
    a.mayHaveMore === b.mayHaveMore &&
    a.look === b.look &&
    a.favourites === b.favourites
  );
}

/** The row itself shows the same, whatever stands below it. */
function looksTheSame(a: Row, b: Row): boolean {
  switch (a.kind) {
    case 'account':
      return b.kind === 'account' && ACCOUNT.every((name) => a[name] === b[name]);
    case 'group':
      return b.kind === 'group' && sameGroup(a, b);
    case 'image':
      return b.kind === 'image' && sameImage(a, b);
    case 'loadMore':
      return b.kind === 'loadMore' && a.loaded === b.loaded && a.loading === b.loading;
    case 'info':
      return b.kind === 'info' && a.info === b.info;
    case 'error':
      return b.kind === 'error' && a.error === b.error;
  }
}

const ACCOUNT = ['signedIn', 'filtered', 'label', 'description', 'tokenEnds'] as const;

function sameImage(a: ImageRow, b: ImageRow): boolean {
  return (
    a.image === b.image && a.look === b.look && a.isFavourite === b.isFavourite && sameLabel(a.label, b.label)
  );
}

/** What the label itself leaves out follows from where the row stands, which its id says. */
function sameLabel(a: ShownLabel, b: ShownLabel): boolean {
  return (
    a.text === b.text && a.saysDisks === b.saysDisks && a.narrow === b.narrow && sameApart(a.apart, b.apart)
  );
}

function sameApart(a: Apart | undefined, b: Apart | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.kind === b.kind && apartValue(a) === apartValue(b) && nameIn(a) === nameIn(b);
}

function apartValue(apart: Apart): string | number {
  return 'time' in apart ? apart.time : apart.text;
}

function nameIn(apart: Apart): string | undefined {
  return apart.kind === 'name' ? undefined : apart.name;
}

function sameGroup(a: GroupRow, b: GroupRow): boolean {
  if (a.mayHaveMore !== b.mayHaveMore || a.group.value !== b.group.value || a.look !== b.look) return false;
  const { images } = b.group;
  if (a.group.images.length !== images.length) return false;
  if (b.variants === undefined) return true;
  // The sizes and the status of one image stand in the row itself.
  if (a.variants === undefined || !sameLabel(a.variants, b.variants)) return false;
  return images.every((image, index) => image === a.group.images[index]);
}
