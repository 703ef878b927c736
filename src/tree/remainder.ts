/**
 * Whether a selection is what is left of the one before, all others of which are gone.
 * @param isThere whether the tree still has a row
 */
export function isRemainder(
  before: readonly string[],
  now: readonly string[],
  isThere: (id: string) => boolean,
): boolean {
  const gone = before.filter((id) => !now.includes(id));
  return gone.length > 0 && now.every((id) => before.includes(id)) && !gone.some(isThere);
}
