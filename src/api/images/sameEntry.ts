import { exactText } from '../../base/exactJson';
import type { Image } from './image';

/** The server has sent the same for both, letter by letter. */
export function sameEntry(a: Image, b: Image): boolean {
  return exactText(a.raw) === exactText(b.raw);
}
