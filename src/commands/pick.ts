import { QuickPickItemKind, window, type QuickPick, type QuickPickItem, type QuickPickOptions } from 'vscode';
import * as LONGEST from '../base/longestText';
import { asItIs, takenFrom } from './ask';
import { unawaited } from '../base/unawaited';
import { BoxBusy } from './boxBusy';
import { BoxTitle } from './boxTitle';
import { takeOnEnter } from './takeOnEnter';

type PickOptions = Pick<QuickPickOptions, 'placeHolder' | 'matchOnDescription' | 'matchOnDetail'> & {
  /** Every box says what it is for. */
  readonly title: string;
};

/** Rows that come after the others, below them, unless `signal` has said that the box is closed. Never rejects. */
type LateRows<Item> = (signal: AbortSignal) => Promise<readonly Item[]>;

/** As the editor's own `showQuickPick`, but with texts of any length. @returns `undefined` when somebody gave up */
export function pickOne<Item extends QuickPickItem>(
  items: readonly Item[],
  options: PickOptions,
  late?: LateRows<Item>,
): Promise<Item | undefined> {
  return picked<Item, Item>(items, options, (pick, closed) => {
    if (late !== undefined) unawaited(new BoxBusy(pick, closed).during(() => addRows(pick, late, closed)));
    return () => pick.activeItems[0];
  });
}

/** The same with check boxes. */
export function pickMany<Item extends QuickPickItem>(
  items: readonly Item[],
  options: PickOptions,
): Promise<readonly Item[] | undefined> {
  return picked<Item, readonly Item[]>(items, options, (pick) => {
    pick.canSelectMany = true;
    // Nobody loses their ticks by a look at something else.
    pick.ignoreFocusOut = true;
    return () => pick.selectedItems;
  });
}

function picked<Item extends QuickPickItem, Chosen>(
  items: readonly Item[],
  { title, placeHolder, matchOnDescription = false, matchOnDetail = false }: PickOptions,
  prepare: (pick: QuickPick<Item>, closed: AbortSignal) => () => Chosen | undefined,
): Promise<Chosen | undefined> {
  const pick = window.createQuickPick<Item>();
  Object.assign(pick, { title, placeholder: placeHolder, matchOnDescription, matchOnDetail, items });
  return takenFrom<Chosen>(pick, (take, signal) => {
    const first = items.find(({ kind }) => kind !== QuickPickItemKind.Separator);
    pick.activeItems = first === undefined ? [] : [first];
    const chosen = prepare(pick, signal);
    const boxTitle = new BoxTitle(pick, title);
    pick.onDidChangeValue((typed) => boxTitle.typed(typed));
    takeOnEnter(pick, { longest: LONGEST.imageName, title: boxTitle, chosen, read: asItIs, take }, signal);
  });
}

/** The row that is active stays so. */
async function addRows<Item extends QuickPickItem>(
  pick: QuickPick<Item>,
  late: LateRows<Item>,
  closed: AbortSignal,
): Promise<void> {
  const rows = await late(closed);
  if (closed.aborted || rows.length === 0) return;
  const { activeItems } = pick;
  pick.items = [...pick.items, ...rows];
  pick.activeItems = activeItems;
}
