import { isDeepStrictEqual } from 'node:util';
import { QuickPickItemKind, type QuickPickItem } from 'vscode';
import { boxProblemText, type BoxProblem } from '../text/describeBoxProblem';
import { boxTexts } from '../text/boxTexts';

/** A row of a list, and what it stands for; a heading stands for nothing. */
export interface ValueItem<S> extends QuickPickItem {
  readonly value?: S;
  /** Enter puts a text from elsewhere into the box. */
  readonly instead?: true;
  /** Why it cannot be taken. */
  readonly problem?: BoxProblem;
}

/** Whether a row is one that a text narrows the list to. */
export function holds({ label, description = '' }: QuickPickItem, typed: string): boolean {
  return [label, description].some((text) => text.toLowerCase().includes(typed.toLowerCase()));
}

/** Whether two rows mean the same, though one of them was made anew. */
export function isSameRow<S>(one: ValueItem<S>, other: ValueItem<S>): boolean {
  if (one === other) return true;
  return one.value === undefined ? isDeepStrictEqual(one, other) : isDeepStrictEqual(one.value, other.value);
}

/**
 * The row that stands on a list for one of an earlier list: the very row, else that of an equal value, else that of the
 * same label below the same heading: two files may have a cloud of one name, or be unusable both.
 */
export function matchingRow<S>(
  row: ValueItem<S>,
  before: readonly ValueItem<S>[],
  now: readonly ValueItem<S>[],
): ValueItem<S> | undefined {
  if (now.includes(row)) return row;
  const place = placeOf(row, before);
  return (
    now.find((each) => each.value !== undefined && isSameRow(each, row)) ??
    now.find((each) => isDeepStrictEqual(placeOf(each, now), place))
  );
}

/** The label of a row, after that of the heading above it. */
function placeOf<S>(row: ValueItem<S>, rows: readonly ValueItem<S>[]): readonly (string | undefined)[] {
  const above = rows.slice(0, rows.indexOf(row));
  return [above.findLast(({ kind }) => kind === QuickPickItemKind.Separator)?.label, row.label];
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
  const detail = boxTexts.wholeList(hint);
  return { label: `$(info) ${boxTexts.nothingElse()}`, detail, alwaysShow: true };
}

/** What is wrong with a typed text, in its place. */
export function problemItem(problem: BoxProblem): ValueItem<never> {
  return { label: `$(warning) ${boxProblemText(problem)}`, problem, alwaysShow: true };
}
