/**
 * Control characters, what ends a line in some language, what would show a line in another order than it is read, and what
 * readers of YAML refuse. All of them have four digits.
 */
const UNSHOWN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff\ufdd0-\ufdef\ufffe\uffff]/gu;

/** The text with `\uXXXX` in the place of what is not to be seen; the rest is as it was. */
export function withEscapes(text: string, short: Readonly<Record<string, string>> = {}): string {
  return text.replace(UNSHOWN, (character) => short[character] ?? unicodeEscape(character));
}

/** @param character of four hexadecimal digits */
export function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
