import { keptText } from './exactJson';
import type { JsonValue } from './json';
import { layOut } from './layOut';

/** What a server sent, in lines as `JSON.stringify` lays them out, with every token as it was sent. */
export function laidOut(raw: JsonValue): string {
  const kept = keptText(raw);
  return kept === undefined ? JSON.stringify(raw, null, 2) : layOut(kept);
}
