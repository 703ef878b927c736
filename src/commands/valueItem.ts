import { l10n, QuickPickItemKind, type QuickPickItem } from 'vscode';

/** A row of a list, and what it stands for; a heading stands for nothing. */
export interface ValueItem<S> extends QuickPickItem {
  readonly value?: S;
  /** Enter puts a text from elsewhere into the box. */
  readonly instead?: true;
  /** Words for why it cannot be taken. */
  readonly problem?: string;
}

/** Whether a row is one that a text narrows the list to. */
export function holds({ label, description = '' }: QuickPickItem, typed: string): boolean {
  return [label, description].some((text) => text.toLowerCase().includes(typed.toLowerCase()));
}

/** The present value, else the first that can be taken, else the first: no list waits for an Enter that does nothing. */
export function chosenFirst<S>(
  items: readonly ValueItem<S>[],
  present: S | undefined,
): readonly ValueItem<S>[] {
  const chosen =
    (present !== undefined && items.find(({ value }) => value === present)) ||
    items.find(({ value }) => value !== undefined) ||
    items.find(({ kind }) => kind !== QuickPickItemKind.Separator);
  return chosen === undefined ? [] : [chosen];
}

/** Stands below what matches, and alone where nothing does; the whole list is one Enter away. */
export function nothingElseItem(hint: string): ValueItem<never> {
  const detail = l10n.t('{0} Press Enter to show the whole list.', hint);
  return { label: `$(info) ${l10n.t('Nothing else matches')}`, detail, alwaysShow: true };
}

/** What is wrong with a typed text, in its place. */
export function problemItem(problem: string): ValueItem<never> {
  return { label: `$(warning) ${problem}`, problem, alwaysShow: true };
}
