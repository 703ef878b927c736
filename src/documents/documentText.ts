import type { JsonValue } from '../base/json';
import { laidOut } from '../base/laidOut';

/** What the server sent for an image, laid out in lines. */
export function entryText(raw: JsonValue): string {
  return laidOut(raw);
}

/** What the server sent for images, laid out in lines, as a list as the server has it: `{"images": […]}`. */
export function listText(entries: readonly JsonValue[]): string {
  if (entries.length === 0) return '{\n  "images": []\n}';
  const lines = entries.map((raw) => `    ${entryText(raw).replaceAll('\n', '\n    ')}`);
  return `{\n  "images": [\n${lines.join(',\n')}\n  ]\n}`;
}
