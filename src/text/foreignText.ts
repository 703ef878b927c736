/** Characters of a name or a value in a row or a sentence: as many as a service takes for a name. */
const LONGEST_TEXT = 255;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** What is written from right to left, and what says so: it may turn around what stands beside it. */
const TURNING =
  /[\p{Bidi_Control}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** What no line can show: breaks and tabs, other control characters, halves of surrogate pairs. */
const UNSHOWN = /\r\n|[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

/**
 * A text of others, from a server, a file or another person, as it is shown beside words of our own: in one line, not
 * too long, and without a way to turn around what stands beside it. An ordinary text is the same, character by
 * character. What is copied or sent is the text itself, never this.
 *
 * @param longest characters; a longer text ends in `…`
 */
export function foreignText(text: string, longest = LONGEST_TEXT): string {
  // Nearly all are plain ASCII, of which nothing has to be replaced or isolated.
  if (text.length <= longest && /^[ -~]*$/.test(text)) return text;
  const line = shortened(text, longest).replace(UNSHOWN, shownInstead);
  return TURNING.test(line) ? isolated(line) : line;
}

/** The same where the editor draws `[text](link)` as a link or `$(icon)` as an icon: in notifications and prompts. */
export function foreignWords(text: string, longest?: number): string {
  return foreignText(text, longest).replace(/([$\]])(?=\()/g, '$1\u2060');
}

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = Array.from(text.slice(0, 2 * longest + 2));
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}

/** Control characters have pictures of their own in Unicode; what has none is shown as a character that is unknown. */
function shownInstead(character: string): string {
  if (/\s|\x85/.test(character)) return ' ';
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/**
 * The text with every isolate in it closed, and as one isolate itself unless all that turns is in isolates already. An
 * end without a beginning goes: it would end ours.
 */
function isolated(text: string): string {
  let even = '';
  let depth = 0;
  let turns = false;
  for (const character of text) {
    if (/[\u2066-\u2068]/.test(character)) depth++;
    else if (character !== POP_ISOLATE) turns ||= depth === 0 && TURNING.test(character);
    else if (depth > 0) depth--;
    else continue;
    even += character;
  }
  const closed = even + POP_ISOLATE.repeat(depth);
  return turns ? FIRST_STRONG_ISOLATE + closed + POP_ISOLATE : closed;
}
