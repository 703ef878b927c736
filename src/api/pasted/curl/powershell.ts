import {
  add,
  addUnread,
  endCommand,
  endWord,
  redirect,
  scanText,
  type Rule,
  type Scan,
  type ScanFailure,
} from './scan';
import type { ShellWords } from './words';

/** Splits a text into commands and words as PowerShell does. What it would expand is marked as unread. */
export function powershellCommands(text: string, folded: boolean): readonly ShellWords[] | ScanFailure {
  return scanText(text, folded, BARE);
}

const EXPANSIONS: readonly Rule[] = [
  { pattern: /\$\{[^{}]*\}|\$(?:\w+:)?[a-z_]\w*|\$[$?^]/iy, take: addUnread },
  { pattern: /\$\(/y, take: (scan, opening) => scan.substitution(opening) },
];

const ESCAPED: Rule = {
  pattern: /`([^])/y,
  take: ({ words }, _match, part) => words.add(ESCAPES[part] ?? part),
};

const ESCAPES: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const IN_QUOTES: readonly Rule[] = [
  { pattern: /""/y, take: ({ words }) => words.add('"') },
  { pattern: /"/y, ends: true },
  ESCAPED,
  ...EXPANSIONS,
  { pattern: /[^`"$]+|\$/y, take: add },
];

const BARE: readonly Rule[] = [
  { pattern: /`(?:\r?\n|$)/y },
  { pattern: /`(?=[ \t])/y, when: ({ folded, words }) => folded && !words.inWord },
  ESCAPED,
  {
    pattern: /'((?:[^']|'')*)'/y,
    take: (scan, _match, body) => quotedWord(scan, () => scan.words.add(body.replaceAll("''", "'"))),
  },
  { pattern: /"/y, take: (scan) => quotedWord(scan, () => scan.quoted(IN_QUOTES)) },
  ...EXPANSIONS,
  {
    pattern: /@?\(/y,
    when: ({ words }) => !words.inWord,
    take: (scan, opening) => scan.substitution(opening),
  },
  { pattern: /#[^\n]*/y, when: ({ words }) => !words.inWord },
  { pattern: /[ \t\r]+/y, take: endWord },
  { pattern: />>?&?/y, take: redirect },
  { pattern: /[\n;&|]+/y, take: endCommand },
  { pattern: /[^`'"$\s;&|>@(#]+|[^`'"]/y, take: add },
];

/** A word that begins with a quote ends with it: `"a"b` is two. */
function quotedWord({ words }: Scan, take: () => void): void {
  const isFirst = !words.inWord;
  take();
  if (isFirst) words.endWord();
}
