import type { Row } from './rows';

/**
 * The rows, of which the later ones of the same id get another: the editor shows nothing of two such rows, or both
 * as one. Which they are depends on their order alone.
 * @param isTaken whether an id stands elsewhere in the tree
 * @param onRepeated hears of each id that was there already
 */
export function uniqueIds(
  rows: readonly Row[],
  isTaken: (id: string) => boolean,
  onRepeated: (id: string) => void = () => undefined,
): readonly Row[] {
  const ids = new Set<string>();
  const isFree = (id: string): boolean => !ids.has(id) && !isTaken(id);
  return rows.map((row) => {
    const id = isFree(row.id) ? row.id : nextFree(row.id, isFree);
    ids.add(id);
    if (id === row.id) return row;
    onRepeated(row.id);
    return { ...row, id };
  });
}

function nextFree(id: string, isFree: (id: string) => boolean): string {
  for (let times = 2; ; times++) {
    const next = `${id}~${times}`;
    if (isFree(next)) return next;
  }
}
