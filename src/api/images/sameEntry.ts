import type { Image } from './image';

/** The server has sent the same for both, letter by letter. */
export function sameEntry(a: Image, b: Image): boolean {
  return JSON.stringify(a.raw) === JSON.stringify(b.raw);
}
