/** What is drawn as wide as two letters: Chinese, Japanese and Korean, full-width forms, most emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Letters of a label that can be read in a side bar of the usual width, two levels deep. */
export const NARROW_COLUMNS = 24;

/** How wide a text is drawn, in letters. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/**
 * A text that fits, with `…` in the place of its middle: what tells names apart stands at their beginnings and their ends.
 * @param columns letters, a wide one being two
 */
export function fitting(text: string, columns: number): string {
  if (text.length * 2 <= columns || columnsOf(text) <= columns) return text;
  const characters = Array.from(text);
  const room = columns - 1;
  const end = atMost(characters.toReversed(), Math.floor(room / 2)).reverse();
  const start = atMost(characters, room - columnsOf(end.join('')));
  return `${start.join('')}…${end.join('')}`;
}

/** As much of the beginning of a text as fits. @param columns letters, a wide one being two */
export function beginningOf(text: string, columns: number): string {
  // Letters of two units are not cut in half: one that is stands behind all that fit.
  return atMost(Array.from(text.slice(0, 2 * columns)), columns).join('');
}

/** The first of some letters, as far as they fit. @param columns letters, a wide one being two */
export function atMost(characters: readonly string[], columns: number): string[] {
  let room = columns;
  const fits = (character: string): boolean => (room -= columnsOf(character)) >= 0;
  const end = characters.findIndex((character) => !fits(character));
  return characters.slice(0, end === -1 ? characters.length : end);
}
