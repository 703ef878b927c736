/** What no shell takes for more than itself, wherever in a word it stands. */
const PLAIN = /^[\w%+:,./@][\w%+:,./@-]*$/;

/**
 * A text as one word of a POSIX shell, as it is where it needs no quotes. A word can hold neither U+0000 nor a half of a
 * surrogate pair: they become U+FFFD.
 */
export function quoteShell(text: string): string {
  const word = text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
