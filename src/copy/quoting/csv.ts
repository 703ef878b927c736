/**
 * What spreadsheets take for the beginning of a formula, in both widths, behind blanks as well; and `'`, so that what was
 * put before a text can be told from its own.
 */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n'])/;

/** What would end a field, or be cut off or taken for the end of one by some reader. */
const NEEDS_QUOTES = /[",;\p{Cc}\p{Zl}\p{Zp}]|^\s|\s$/u;

/** A text as a field of RFC 4180. @param guard puts `'` before what a spreadsheet would take for a formula */
export function quoteCsv(text: string, guard: boolean): string {
  const guarded = guard && FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
