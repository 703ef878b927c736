import type { RowState } from '../workbench/row';
import type { KnownAccount } from './person';
import type { Walk } from './walk';
import type { Answer, FreshRow } from './witness/messages';

export type FreshList = Extract<Answer, { done: 'list' }>;

/** The rows of one account as the view shows them. */
export interface Section {
  readonly account: KnownAccount;
  /** The account's own row, where several accounts stand. */
  readonly root: RowState | undefined;
  readonly rows: readonly RowState[];
  /** What stands beside its images. */
  readonly error: RowState | undefined;
  readonly more: RowState | undefined;
  /** Stands in the place of images that have not come yet. */
  readonly loading: RowState | undefined;
}

/** A row with what it has to be. */
export interface SeenRow {
  readonly account: KnownAccount;
  readonly state: RowState;
  readonly fresh: FreshRow;
}

const MORE = /^Load(?:ing)? more… \(([\d,]+) loaded\)$/;

/** The rows by the account that they belong to. Rows of more accounts than there are belong to none. */
export function sectionsOf(accounts: readonly KnownAccount[], rows: readonly RowState[]): readonly Section[] {
  const [only] = accounts;
  if (only === undefined) return [];
  if (accounts.length === 1) return [sectionOf(only, undefined, rows)];
  const starts = rows.flatMap(({ level }, at) => (level === 1 ? [at] : []));
  return accounts.map((account, index) => {
    const start = starts[index] ?? rows.length;
    return sectionOf(account, rows[start], rows.slice(start + 1, starts[index + 1]));
  });
}

function sectionOf(account: KnownAccount, root: RowState | undefined, rows: readonly RowState[]): Section {
  // A status and an image may have the same icon, but neither says what to do, in a sentence.
  const error = rows
    .slice(0, 1)
    .find(({ icon, description }) => icon === 'error' && /[.。]$/.test(description));
  const more = rows.find(({ label }) => MORE.test(label));
  const loading = rows.find(({ label }) => label === 'Loading images…');
  const beside = [error, more, loading];
  return { account, root, error, more, loading, rows: rows.filter((row) => !beside.includes(row)) };
}

/** Whether the rows tell that the account's list has been asked for; a document of one that has not would ask for it. */
export function isStarted({ account, root, rows, error, more, loading }: Section): boolean {
  if (!account.signedIn || root?.expanded === false || loading !== undefined) return false;
  return rows.length > 0 || more !== undefined || error === undefined;
}

export async function freshList(walk: Walk, { account, more }: Section): Promise<FreshList> {
  return walk.editor.witness.ask({
    do: 'list',
    accountId: account.place.accountId,
    view: account.view,
    counted: more === undefined ? '' : '+',
  });
}

/** The fresh rows that are to be seen where these rows are open or closed as they are. */
export function inSight(
  fresh: readonly FreshRow[],
  rows: readonly RowState[],
  level: number,
): FreshInSight[] {
  const found: FreshInSight[] = [];
  const add = (candidates: readonly FreshRow[], depth: number): void => {
    for (const row of candidates) {
      const seen = rows[found.length];
      found.push({ fresh: row, level: depth });
      if (seen?.expanded === true) add(row.below, depth + 1);
    }
  };
  add(fresh, level);
  return found;
}

export interface FreshInSight {
  readonly fresh: FreshRow;
  readonly level: number;
}

/** The rows of images and groups on the screen, each with what it has to be. */
export async function seenRows(walk: Walk): Promise<readonly SeenRow[]> {
  const rows = await walk.workbench.view.allRows();
  const sections = sectionsOf(walk.person.accounts, rows).filter(isStarted);
  const seen: SeenRow[] = [];
  for (const section of sections) {
    const list = await freshList(walk, section);
    const level = section.root === undefined ? 1 : 2;
    inSight(list.rows, section.rows, level).forEach(({ fresh }, at) => {
      const state = section.rows[at];
      if (state !== undefined) seen.push({ account: section.account, state, fresh });
    });
  }
  return seen;
}
