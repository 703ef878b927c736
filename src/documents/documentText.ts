import { keptText } from '../base/exactJson';
import type { JsonValue } from '../base/json';
import { layOut } from '../base/layOut';

/** What the server sent for an image, laid out in lines, with every token as it was sent. */
export function entryText(raw: JsonValue): string {
  const kept = keptText(raw);
  return kept === undefined ? JSON.stringify(raw, null, 2) : layOut(kept);
}

/** The same of a list, as the server has it: `{"images": […]}`. */
export function listText(entries: readonly JsonValue[]): string {
  if (entries.length === 0) return '{\n  "images": []\n}';
  const lines = entries.map((raw) => `    ${entryText(raw).replaceAll('\n', '\n    ')}`);
  return `{\n  "images": [\n${lines.join(',\n')}\n  ]\n}`;
}
