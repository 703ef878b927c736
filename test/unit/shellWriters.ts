import type { Random } from '../server/random';

export const SHELLS = ['posix', 'cmd', 'powershell'] as const;

export type Shell = (typeof SHELLS)[number];

/** A word as a program is given it; `raw` is one that only the shell could tell, as it is written. */
export type Argument = string | { readonly raw: string };

/** A command in the quoting of a shell, as it may stand in a terminal or a script. @param decoys addresses beside it */
export function writeCommand(
  random: Random,
  shell: Shell,
  words: readonly Argument[],
  decoys: readonly string[],
): string {
  const { quote, breaks, before, after } = WRITERS[shell];
  const isFolded = random.next() < 0.5;
  const text = words
    .map((word) => {
      const lineBreak = random.pick(breaks);
      const gap = random.next() < 0.7 ? ' ' : isFolded ? lineBreak.replace(/\r?\n/, ' ') : lineBreak;
      return gap + (typeof word === 'string' ? quote(random, word) : word.raw);
    })
    .join('');
  const [decoy = ''] = decoys;
  return `${random.pick(before)}${text}${random.pick(after).replace('DECOY', decoy)}`;
}

interface Writer {
  readonly quote: (random: Random, word: string) => string;
  /** Between two words. */
  readonly breaks: readonly [string, ...string[]];
  readonly before: readonly [string, ...string[]];
  readonly after: readonly [string, ...string[]];
}

const PLAIN = /^[\w@+=:,./-]+$/;

const WRITERS: Readonly<Record<Shell, Writer>> = {
  posix: {
    quote: (random, word) => {
      const at = random.integer(0, word.length);
      // Pieces in different quotes make one word, too.
      return random.next() < 0.2
        ? posixQuoted(random, word.slice(0, at)) + posixQuoted(random, word.slice(at))
        : posixQuoted(random, word);
    },
    breaks: [' \\\n  ', '   ', ' \\\n', '\t'],
    before: [
      'curl',
      '$ curl',
      'time curl',
      'sudo /usr/bin/curl',
      'https_proxy=https://decoy.example curl',
      '# curl',
    ],
    after: [
      '',
      '',
      ' | jq .',
      ' > out.json',
      ' 2>/dev/null',
      '; echo DECOY',
      ' && wget DECOY',
      ' # see DECOY',
      ' &',
    ],
  },
  cmd: {
    quote: cmdQuoted,
    breaks: [' ^\n  ', '   ', ' ^\r\n'],
    before: ['curl', 'curl.exe', 'C:\\Users\\me> curl'],
    after: ['', ' > out.json', ' & echo DECOY', ' | more'],
  },
  powershell: {
    quote: powershellQuoted,
    breaks: [' `\n  ', '   ', ' `\r\n'],
    before: ['curl.exe', 'PS C:\\> curl.exe', 'curl'],
    after: ['', ' | Out-File x', '; echo DECOY', ' # DECOY'],
  },
};

function posixQuoted(random: Random, word: string): string {
  const single = `'${word.replaceAll("'", "'\\''")}'`;
  const double = `"${word.replace(/[$`"\\]/g, '\\$&')}"`;
  const ansi = `$'${word.replace(/['\\]/g, '\\$&').replace(/[^\x20-\x7e]|[!&]/g, escapedCode)}'`;
  const escaped = word.replace(/[^\w@%+=:,./-]/g, '\\$&');
  // A blank that is escaped at the beginning of a word looks like a folded line end.
  const bare = word === '' || /^\s|\s$/.test(word) ? [] : [escaped];
  return random.pick([single, double, ansi, ...bare]);
}

function escapedCode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** For the program first, then for `cmd`, which knows nothing of the program’s quotes. */
function cmdQuoted(random: Random, word: string): string {
  const forProgram = `"${word.replace(/(\\*)("|$)/g, (_, slashes: string, quote: string) => slashes.repeat(2) + quote.replace('"', '\\"'))}"`;
  const withCarets = forProgram.replace(/[\^&|<>()"%!]/g, '^$&');
  const plain = PLAIN.test(word) ? [word] : [];
  const shielded = /["%]/.test(word) ? [] : [forProgram];
  return random.pick([withCarets, ...shielded, ...plain]);
}

function powershellQuoted(random: Random, word: string): string {
  const single = `'${word.replaceAll("'", "''")}'`;
  const double = `"${word.replace(/[`"$]/g, '`$&')}"`;
  const plain = PLAIN.test(word) && !/^@|^--$|,/.test(word) ? [word] : [];
  return random.pick([single, double, double.replaceAll('`"', '""'), ...plain]);
}
