/**
 * What could end a line in some language, what its reader refuses, and what would show the text in another order than
 * it is read. YAML 1.1 ends a line at U+0085, U+2028 and U+2029, too, and has no control characters even in comments.
 */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\p{Bidi_Control}\ufeff\ufdd0-\ufdef\ufffe\uffff]+/gu;

/** A text in one line, each run of what no comment can hold being a blank. */
export function oneLine(text: string): string {
  return text.replace(UNSAFE, ' ').trim();
}

/** Code with a text behind it, in a comment that begins with `#` and ends with the line; without one where nothing is to be seen. */
export function withComment(code: string, text: string, gap = ' '): string {
  const line = oneLine(text);
  return line === '' ? code : `${code}${gap}# ${line}`;
}
