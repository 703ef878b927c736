import { beginningOf, columnsOf, NARROW_COLUMNS } from '../../base/columns';

/** The indices of texts that are too long for a narrow list, and begin as another one does there. */
export function sameBeginnings(texts: readonly string[]): ReadonlySet<number> {
  const first = new Map<string, number>();
  const same = new Set<number>();
  texts.forEach((text, index) => {
    // A wide letter counts twice: fewer letters than half of the room always fit.
    if (text.length * 2 <= NARROW_COLUMNS || columnsOf(text) <= NARROW_COLUMNS) return;
    const beginning = beginningOf(text, NARROW_COLUMNS);
    const before = first.get(beginning);
    if (before === undefined) first.set(beginning, index);
    else same.add(before).add(index);
  });
  return same;
}
