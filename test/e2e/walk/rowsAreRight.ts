import type { RowState } from '../workbench/row';
import { INTERNAL } from './quiet';
import { freshList, inSight, isStarted, sectionsOf, type FreshList, type Section } from './rowsOfAccounts';
import type { Walk } from './walk';

/** What is wrong with the rows that the view shows; nothing where they are those of a fresh computation. */
export async function whatIsWrong(walk: Walk): Promise<string | undefined> {
  const { workbench, person } = walk;
  const { accounts } = person;
  const rows = await workbench.view.allRows();
  if (accounts.length === 0) return rows.length === 0 ? undefined : `${rows.length} rows, and no account.`;
  const roots = rows.filter(({ level }) => level === 1).map(({ label }) => plain(label));
  const labels = accounts.map(({ label }) => label);
  if (accounts.length > 1 && roots.join('\n') !== labels.join('\n')) {
    return `The accounts are ${JSON.stringify(roots)}, not ${JSON.stringify(labels)}.`;
  }
  for (const section of sectionsOf(accounts, rows)) {
    const wrong = await whatIsWrongWith(walk, section);
    if (wrong !== undefined) return `${section.account.label}: ${wrong}`;
  }
  return undefined;
}

async function whatIsWrongWith(walk: Walk, section: Section): Promise<string | undefined> {
  const { account, root, rows } = section;
  if (section.error !== undefined && INTERNAL.test(section.error.label)) return section.error.label;
  const active = walk.person.active === account;
  if (root !== undefined && root.description.startsWith('active') !== active) {
    return `its row says “${root.description}”, and it is ${active ? '' : 'not '}the active one.`;
  }
  if (!account.signedIn) {
    const wanted = root === undefined || root.expanded === false ? [] : ['Signed out. Sign in…'];
    return differing(
      rows.map(({ label }) => label),
      wanted,
    );
  }
  if (!isStarted(section)) return differing(rows.map(rowText), []);
  const list = await freshList(walk, section);
  return (await wordsAreWrong(walk, section, list)) ?? rowsAreWrong(section, list);
}

function rowsAreWrong({ account, root, rows, error, more }: Section, list: FreshList): string | undefined {
  const level = root === undefined ? 1 : 2;
  const fresh = inSight(list.rows, rows, level).map((row) => lineOf(row.fresh, row.level));
  const filtered = account.view.filter.criteria.length > 0;
  if (list.shown === 0 && root !== undefined && error === undefined) {
    const words = filtered
      ? 'No loaded image matches the filter. Clear the filter…'
      : 'This account has no images.';
    fresh.push(lineOf({ label: words, description: '' }, level));
  }
  const count = new Intl.NumberFormat('en').format(list.loaded);
  if (more !== undefined && more.label !== `Load more… (${count} loaded)`) {
    return `“${more.label}”, and ${count} are loaded.`;
  }
  return differing(rows.map(rowText), fresh);
}

/** The filter and its counts stand above the rows of a single account, beside the name of one of several. */
async function wordsAreWrong(
  { workbench }: Walk,
  { root, more }: Section,
  { filter, loaded, shown }: FreshList,
): Promise<string | undefined> {
  // Who applies the filter is what other tests are about.
  const counts =
    more === undefined
      ? [`${shown} of ${loaded} match`, ...(shown === loaded ? [imagesText(shown)] : [])]
      : [
          `${shown} of ${loaded} loaded match, more not loaded`,
          `${shown} of ${loaded} match, partly filtered by the API, more not loaded`,
          `${shown} match, filtered by the API, more not loaded`,
          ...(shown === loaded ? [`${shown} loaded, more not loaded`] : []),
        ];
  const wanted = filter === '' ? [''] : counts.map((count) => `${filter} · ${count}`);
  if (root === undefined && shown === 0) return undefined;
  const words = root?.description ?? (await workbench.view.message());
  const parts = plain(words)
    .split(' · ')
    .filter((part) => !part.startsWith('as of ') && !(root !== undefined && part === 'active'));
  const isRight = wanted.some((one) => plain(parts.join(' · ')) === plain(one));
  return isRight ? undefined : `it says “${words}”, not “${wanted[0] ?? ''}”.`;
}

function differing(seen: readonly string[], wanted: readonly string[]): string | undefined {
  const at = wanted.findIndex((line, index) => line !== seen[index]);
  if (at === -1 && seen.length === wanted.length) return undefined;
  const place = at === -1 ? wanted.length : at;
  return (
    `row ${place + 1} is ${JSON.stringify(seen[place] ?? 'missing')}, ` +
    `not ${JSON.stringify(wanted[place] ?? 'there')} (${seen.length} rows, ${wanted.length} are right)`
  );
}

function rowText(row: RowState): string {
  return lineOf(row, row.level);
}

function lineOf({ label, description }: Pick<RowState, 'label' | 'description'>, level: number): string {
  return `${level} ${label} | ${description}`;
}

/** Without the marks that keep a text's direction to itself. */
export function plain(text: string): string {
  return text.replace(/[\u2066-\u2069\u200e\u200f]/g, '').replaceAll('\u00a0', ' ');
}

/** How many a list has that no condition is left of. */
function imagesText(count: number | string): string {
  return String(count) === '1' ? '1 image' : `${count} images`;
}
