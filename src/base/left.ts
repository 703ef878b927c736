/** Why a signal fired: somebody has closed what they asked from, and the work may go on for others. */
export const LEFT = Symbol('left');

/** Whether a signal says that one has left, rather than that the work is to end. */
export function hasLeft(signal: AbortSignal | undefined): boolean {
  return signal?.reason === LEFT;
}
