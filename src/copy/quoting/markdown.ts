import { oneLine } from './oneLine';

/** What begins or ends emphasis, code, mathematics, a link, HTML, an entity or a cell; `_` within a word does not. */
const MARKS = /[\\`*[\]<>&~$|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** What some readers make a link of by itself. */
const LINKS = /:(?=\/\/)|(?<=\bwww)\./gi;

/** A text as a cell of a Markdown table: in one line, and as plain text. */
export function markdownCell(text: string): string {
  return oneLine(text).replace(MARKS, '\\$&').replace(LINKS, '\\$&');
}
