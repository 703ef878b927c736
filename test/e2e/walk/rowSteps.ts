import type { RowState } from '../workbench/row';
import { show, type KnownAccount } from './person';
import { type SeenRow, seenRows } from './rowsOfAccounts';
import type { CommandName } from './commandName';
import type { Share, Step, Via } from './steps';
import { NOTHING, type Expected, type Walk } from './walk';

/** Clicks a row, whatever it is: images open, groups turn, the last row loads more. */
export async function clickRow(
  walk: Walk,
  { row, extending }: Extract<Step, { do: 'click' }>,
): Promise<Expected> {
  const target = await rowAt(walk, row);
  if (target === undefined) return NOTHING;
  const { at, state } = target;
  await walk.workbench.view.rowAt(at).click(...(extending ? (['Control'] as const) : []));
  walk.person.clicked = [...(extending ? walk.person.clicked : []), state.label];
  await pointAway(walk);
  await walk.untilBegun();
  const account = accountOfRow(walk, target);
  if (account === undefined) return NOTHING;
  // The editor says nothing of a click on the one row that is selected already.
  if (!extending && !target.isSelectedAlone && walk.person.accounts.length > 1) walk.person.active = account;
  if (!extending && state.label.startsWith('No loaded image matches'))
    show(account, { filter: { criteria: [] } });
  return NOTHING;
}

/** Opens a row that is closed, closes one that is open. */
export async function toggleRow(walk: Walk, share: Share): Promise<Expected> {
  const rows = await walk.workbench.view.rows();
  const parents = rows.flatMap(({ expanded }, at) => (expanded === undefined ? [] : [at]));
  const at = parents[Math.floor(share * parents.length)];
  if (!walk.person.looking || at === undefined) return NOTHING;
  const row = walk.workbench.view.rowAt(at);
  await (rows[at]?.expanded === true ? row.collapse() : row.expand());
  await pointAway(walk);
  return NOTHING;
}

/** What is copied is what is selected, exactly. */
export async function copySelected(walk: Walk, command: 'copyId' | 'copyName'): Promise<Expected> {
  const { workbench, person, misdeeds } = walk;
  const { selected, clicked } =
    person.looking && !misdeeds.hanging ? await selectedImages(walk) : { selected: [], clicked: [] };
  await workbench.clipboard.write('');
  await walk.run(command);
  if (selected.length === 0) return NOTHING;
  // Of names, several may be the same; of ids, an image beside its group is copied once.
  const textsOf = (rows: readonly SeenRow[]): readonly string[] =>
    rows
      .flatMap(({ fresh }) => (command === 'copyId' ? fresh.ids : fresh.names))
      .filter((text) => text !== '');
  const wanted = textsOf(selected);
  if (wanted.length === 0) return NOTHING;
  const copied = await workbench.clipboard.untilChanged('');
  const texts = copied.split('\n');
  const allowed = [...wanted, ...textsOf(clicked)];
  const same = wanted.every((text) => texts.includes(text)) && texts.every((text) => allowed.includes(text));
  return same
    ? NOTHING
    : { broken: `${command} copied ${JSON.stringify(copied)}, not ${JSON.stringify(wanted)}.` };
}

export async function findImage(walk: Walk, text: string): Promise<Expected> {
  const signedIn = walk.person.active?.signedIn === true;
  if (!signedIn || walk.misdeeds.hanging) {
    await walk.run('findImage');
    return NOTHING;
  }
  const input = await walk.typeInto('findImage', /^Name, version, app/, text);
  await walk.untilBegun();
  await input.accept();
  await walk.untilBegun();
  return NOTHING;
}

export async function runPlainly(walk: Walk, command: CommandName, via: Via): Promise<Expected> {
  // The palette offers nothing about images where one is signed out.
  const isOffered = command === 'showLog' || walk.person.active?.signedIn === true;
  await walk.run(command, isOffered ? via : 'key');
  return NOTHING;
}

/** The hover of a row that the pointer rests on covers the rows below it. */
async function pointAway({ workbench }: Walk): Promise<void> {
  await workbench.page.mouse.move(0, 0);
}

interface Target {
  readonly at: number;
  readonly state: RowState;
  /** How many rows at the root stand above it, itself counted. */
  readonly roots: number;
  readonly isSelectedAlone: boolean;
}

async function rowAt({ workbench, person }: Walk, share: Share): Promise<Target | undefined> {
  const rows = person.looking ? await workbench.view.rows() : [];
  const at = Math.floor(share * rows.length);
  const state = rows[at];
  if (state === undefined) return undefined;
  const roots = rows.slice(0, at + 1).filter(({ level }) => level === 1).length;
  const isSelectedAlone = state.selected && rows.filter(({ selected }) => selected).length === 1;
  return { at, state, roots, isSelectedAlone };
}

function accountOfRow({ person: { accounts } }: Walk, { roots }: Target): KnownAccount | undefined {
  return accounts.length < 2 ? accounts[0] : accounts[roots - 1];
}

/**
 * The selected rows that stand for images, as far as they are of the first one's account, and those that were clicked. When rows come and go around one that was selected
 * beside another, the editor may draw it as if it were not, and counts it as selected all the same.
 */
async function selectedImages(
  walk: Walk,
): Promise<{ readonly selected: readonly SeenRow[]; readonly clicked: readonly SeenRow[] }> {
  const seen = await seenRows(walk);
  const selected = seen.filter(({ state }) => state.selected);
  const clicked = seen.filter(({ state }) => walk.person.clicked.includes(state.label));
  const isOfOne = selected.every(({ account }) => account === selected[0]?.account);
  return { selected: isOfOne ? selected : [], clicked };
}
