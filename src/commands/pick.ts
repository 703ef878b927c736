import { QuickPickItemKind, window, type QuickPick, type QuickPickItem, type QuickPickOptions } from 'vscode';
import { LONGEST } from '../base/longest';
import { asItIs, takenFrom } from './ask';
import { BoxTitle } from './boxTitle';
import { takeOnEnter } from './takeOnEnter';

type PickOptions = Pick<QuickPickOptions, 'title' | 'placeHolder' | 'matchOnDescription' | 'matchOnDetail'>;

/** As the editor's own `showQuickPick`, but with texts of any length. @returns `undefined` when somebody gave up */
export function pickOne<Item extends QuickPickItem>(
  items: readonly Item[],
  options: PickOptions,
): Promise<Item | undefined> {
  return picked<Item, Item>(items, options, (pick) => {
    const first = items.find(({ kind }) => kind !== QuickPickItemKind.Separator);
    pick.activeItems = first === undefined ? [] : [first];
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
    return () => pick.selectedItems;
  });
}

function picked<Item extends QuickPickItem, Chosen>(
  items: readonly Item[],
  { title, placeHolder, matchOnDescription = false, matchOnDetail = false }: PickOptions,
  prepare: (pick: QuickPick<Item>) => () => Chosen | undefined,
): Promise<Chosen | undefined> {
  const pick = window.createQuickPick<Item>();
  Object.assign(pick, { title, placeholder: placeHolder, matchOnDescription, matchOnDetail, items });
  const chosen = prepare(pick);
  return takenFrom<Chosen>(pick, (take, signal) => {
    const boxTitle = new BoxTitle(pick, title);
    pick.onDidChangeValue((typed) => boxTitle.typed(typed));
    takeOnEnter(pick, { longest: LONGEST.imageName, title: boxTitle, chosen, read: asItIs, take }, signal);
  });
}
