import { QuickPickItemKind, window, type QuickPick, type QuickPickItem, type QuickPickOptions } from 'vscode';
import { LONGEST } from '../base/longest';
import { asItIs } from './ask';
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

async function picked<Item extends QuickPickItem, Chosen>(
  items: readonly Item[],
  { title, placeHolder, matchOnDescription = false, matchOnDetail = false }: PickOptions,
  prepare: (pick: QuickPick<Item>) => () => Chosen | undefined,
): Promise<Chosen | undefined> {
  const pick = window.createQuickPick<Item>();
  const closed = new AbortController();
  Object.assign(pick, { title, placeholder: placeHolder, matchOnDescription, matchOnDetail, items });
  const chosen = prepare(pick);
  try {
    return await new Promise<Chosen | undefined>((resolve) => {
      pick.onDidHide(() => resolve(undefined));
      pick.onDidChangeValue(() => (pick.title = title));
      const longest = LONGEST.imageName;
      takeOnEnter(pick, { longest, chosen, read: asItIs, take: resolve }, closed.signal);
      pick.show();
    });
  } finally {
    closed.abort();
    pick.dispose();
  }
}
