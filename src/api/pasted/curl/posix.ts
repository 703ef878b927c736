import {
  add,
  addPart,
  addUnread,
  endCommand,
  endWord,
  redirect,
  scanText,
  type Rule,
  type ScanFailure,
} from './scan';
import type { ShellWords } from './words';

/** Splits a text into commands and words as `sh`, `bash` and `zsh` do. What they would expand is marked as unread. */
export function posixCommands(text: string, folded: boolean): readonly ShellWords[] | ScanFailure {
  return scanText(text, folded, BARE);
}

/** These hold in double quotes, too. */
const EXPANSIONS: readonly Rule[] = [
  { pattern: /\$\{[^{}]*\}|\$(?:env:)?[a-z_]\w*|\$[0-9@*#?$!-]/iy, take: addUnread },
  { pattern: /\$\(/y, take: (scan, opening) => scan.substitution(opening) },
  { pattern: /`(?:[^`\\]|\\[^])*`/y, take: addUnread },
];

const IN_QUOTES: readonly Rule[] = [
  // An escaped quote of PowerShell: here it would begin a command with a quoted name.
  { pattern: /`(?=")/y, fails: 'powershell' },
  { pattern: /"/y, ends: true },
  { pattern: /\\\r?\n/y },
  { pattern: /\\([$`"\\])/y, take: addPart },
  ...EXPANSIONS,
  { pattern: /[^\\"$`]+|[^"`]/y, take: add },
];

const BARE: readonly Rule[] = [
  // Signs that a text is for another shell: here they would make no sense.
  { pattern: /\^(?=[\s"&|<>()%^!\\]|$)/y, fails: 'cmd' },
  { pattern: /`(?=\s|$)/y, fails: 'powershell' },
  { pattern: /\\(?:\r?\n|$)/y },
  { pattern: /\\(?=[ \t])/y, when: ({ folded, words }) => folded && !words.inWord },
  { pattern: /\\([^])/y, take: addPart },
  { pattern: /\$'((?:[^'\\]|\\[^])*)'/y, take: ({ words }, _match, body) => words.add(unescaped(body)) },
  { pattern: /'([^']*)'/y, take: addPart },
  { pattern: /\$?"/y, take: (scan) => scan.quoted(IN_QUOTES) },
  { pattern: /[<>]\(/y, take: (scan, opening) => scan.substitution(opening) },
  // Bash makes several words of it.
  { pattern: /\{(?=[^{}\s'"]*\})[^{}\s'"]*?(?:,|\.\.)[^{}\s'"]*\}/y, take: addUnread },
  ...EXPANSIONS,
  { pattern: /#[^\n]*/y, when: ({ words }) => !words.inWord },
  { pattern: /[ \t\r]+/y, take: endWord },
  {
    pattern: /<<-?(?!<)[ \t]*(["'\\]?[A-Za-z_][\w.-]*["']?)/y,
    take: (scan, _match, end) => scan.heredoc(end),
  },
  {
    pattern: /\n/y,
    take: (scan) => {
      scan.words.endCommand();
      scan.passHeredocs();
    },
  },
  { pattern: /&>>?|<<<|<<-?|[<>]&|>>|>\||<>|[<>]/y, take: redirect },
  { pattern: /[;&|()]+/y, take: endCommand },
  { pattern: /[^\\'"$`\s;&|<>(){#^]+|[^'"`]/y, take: add },
];

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The escapes of `$'…'`, in which browsers copy what has special characters. */
function unescaped(body: string): string {
  return body.replace(
    /\\(?:x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|([0-7]{1,3})|c([^])|([^]))/g,
    (_whole, ...[byte, short, long, octal, control, other]: (string | undefined)[]) => {
      const hexadecimal = byte ?? short ?? long;
      if (hexadecimal !== undefined) return fromCode(parseInt(hexadecimal, 16));
      if (octal !== undefined) return fromCode(parseInt(octal, 8));
      if (control !== undefined) return fromCode(control.charCodeAt(0) & 0x1f);
      // eslint-disable-next-line no-restricted-syntax -- what is left of a text may be empty
      return ESCAPES[other ?? ''] ?? other ?? '';
    },
  );
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
