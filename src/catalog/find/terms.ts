/** Runs of letters with their marks, and numbers with the dots between them. */
const TERM = /[\p{L}\p{M}ー]+|\d+(?:\.+\d+)*/gu;
const KATAKANA = /[\u30a1-\u30f6]/g;

/**
 * The terms of a text, as they are compared: in one width, one letter case and one kana. `CentOS7`, `centos-7` and
 * `Ｃｅｎｔｏｓ７` have the same.
 */
export function termsOf(text: string): readonly string[] {
  return plain(text).match(TERM) ?? [];
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** Whether a term is a number, perhaps with dots. */
export function isNumeric(term: string): boolean {
  return term.charCodeAt(0) <= 0x39;
}

/** A number without its dots, as it is typed in haste; `undefined` where it has none. */
export function withoutDots(term: string): string | undefined {
  return isNumeric(term) && term.includes('.') ? term.replaceAll('.', '') : undefined;
}
