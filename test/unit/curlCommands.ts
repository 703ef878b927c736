import type { CurlProblem, CurlRequest } from '../../src/api/curl/curlRequest';
import { Random } from '../server/random';

/** What `curl` would do with a command, known because the command was made of it. */
export interface GeneratedCommand {
  readonly text: string;
  readonly shell: Shell;
  readonly expected: CurlRequest | CurlProblem;
  /** Addresses in it that curl sends no token to. */
  readonly decoys: readonly string[];
}

export type Shell = (typeof SHELLS)[number];

const SHELLS = ['posix', 'cmd', 'powershell'] as const;

/** A word as a program is given it; `raw` is one that only the shell could tell, as it is written. */
type Argument = string | { readonly raw: string };

/** A command of a seed, in the quoting of one of the shells, with its parts in any order. */
export function generateCommand(seed: string): GeneratedCommand {
  const random = new Random(seed);
  const shell = random.pick(SHELLS);
  const decoys = Array.from({ length: 4 }, (_, index) => `https://decoy${index}.example/v2/${random.hex(8)}`);
  const { parts, expected } = wish(random, shell);
  const noise = Array.from({ length: random.integer(0, 7) }, () => distraction(random, decoys));
  const last = random.next() < 0.1 ? parts.findIndex(isAddressAlone) : -1;
  const behind = parts.filter((_, index) => index === last);
  const before = random.shuffled([...parts.filter((_, index) => index !== last), ...noise]);
  const words = [...before.flat(), ...(behind.length > 0 ? ['--', ...behind.flat()] : [])];
  return { text: written(random, shell, words, decoys), shell, expected, decoys };
}

interface Wish {
  readonly parts: readonly (readonly Argument[])[];
  readonly expected: CurlRequest | CurlProblem;
}

/** What is asked of curl: one address and one token, or something of which nothing may be taken. */
function wish(random: Random, shell: Shell): Wish {
  const address = anAddress(random);
  const token = random.pick([random.hex(32), `gAAAAAB${random.hex(60)}-_=`]);
  const at = anAddressPart(random, address);
  const header = aHeaderPart(random, `${random.pick(['X-Auth-Token', 'x-auth-token'])}: ${token}`);
  const kind = random.next();
  if (kind < 0.7) {
    return { parts: [at, header], expected: { address, token: { kind: 'given', text: token } } };
  }
  if (kind < 0.75) return { parts: [at], expected: { address, token: { kind: 'none' } } };
  if (kind < 0.83) {
    const other = aHeaderPart(random, `X-Auth-Token: ${random.hex(31)}`);
    return { parts: [at, header, other], expected: { address, token: { kind: 'several' } } };
  }
  if (kind < 0.9) {
    const [part, source] = elsewhere(random, shell);
    return { parts: [at, part], expected: { address, token: { kind: 'notRead', source } } };
  }
  const further = random.pick([anAddressPart(random, anAddress(random)), ['--next', anAddress(random)]]);
  return { parts: [at, header, further], expected: { problem: 'severalAddresses' } };
}

function anAddress(random: Random): string {
  const place = random.pick([
    'https://compute.tyo1.conoha.io',
    'https://10.0.0.7:8774',
    'https://[::1]:8774/compute',
  ]);
  const rest = random.pick([
    '',
    '/images/detail',
    '/images/detail?limit=5&marker=x',
    '/images/detail?name=%E3%82%A4',
  ]);
  return `${place}/v2/${random.hex(32)}${rest}`;
}

function anAddressPart(random: Random, address: string): readonly Argument[] {
  return random.pick([[address], [address], ['--url', address], [`--url=${address}`]]);
}

function isAddressAlone(part: readonly Argument[]): boolean {
  return part.length === 1 && typeof part[0] === 'string' && part[0].startsWith('https:');
}

function aHeaderPart(random: Random, header: string): readonly Argument[] {
  return random.pick([
    ['-H', header],
    ['--header', header],
    [`-H${header}`],
    [`--header=${header}`],
    [`-sSH${header}`],
    ['-kLH', header],
  ]);
}

/** A token that the command does not hold itself, and what it is called there. */
function elsewhere(random: Random, shell: Shell): readonly [part: readonly Argument[], source: string] {
  const variable = {
    posix: random.pick(['$OS_TOKEN', '${OS_TOKEN}', '$(cat ~/token)', '`cat "a file"`']),
    cmd: '%OS_TOKEN%',
    powershell: random.pick(['$env:OS_TOKEN', '$token', '${token}', '$(Get-Token "x")']),
  }[shell];
  return random.pick([
    [['-H', { raw: `"X-Auth-Token: ${variable}"` }], variable],
    [['-H', 'X-Auth-Token: <token>'], '<token>'],
    [['-H', '@headers.txt'], '@headers.txt'],
    [['-K', 'curlrc'], '-K curlrc'],
    [['--config=curlrc'], '-K curlrc'],
  ]);
}

/** Short and long forms of options whose values may be addresses. */
const VALUED: readonly [Names, ...Names[]] = [
  ['-x', '--proxy'],
  ['-e', '--referer'],
  ['-A', '--user-agent'],
  ['-b', '--cookie'],
  ['-o', '--output'],
  ['-w', '--write-out'],
  ['-d', '--data'],
  ['-F', '--form'],
  ['-U', '--proxy-user'],
  ['-H', '--header'],
  ['-T', '--upload-file'],
  ['', '--preproxy'],
  ['', '--doh-url'],
  ['', '--socks5-hostname'],
  ['', '--data-urlencode'],
  ['', '--json'],
  ['', '--url-query'],
  ['', '--proxy-header'],
  ['', '--ipfs-gateway'],
  ['', '--mail-rcpt'],
  ['', '--connect-to'],
  ['', '--haproxy-clientip'],
];

type Names = readonly [letter: string, long: string];

/** Options that decide nothing about where the token goes, many of them with addresses. */
function distraction(random: Random, decoys: readonly string[]): readonly string[] {
  const decoy = random.pick(['https://decoy.example', ...decoys]);
  const [letter, long] = random.pick(VALUED);
  const value = random.pick([
    decoy,
    `Referer: ${decoy}`,
    `a ${decoy} b`,
    `it's ${decoy}`,
    `{"a": "${decoy}", "b": ["c", {}]}`,
    `say "${decoy}" & <more>; | $HOME \`x\` ^ %d`,
    `C:\\temp\\ -e ${decoy}`,
    '-H',
    '--next',
    '-',
    '',
    ' ',
    `X-Other: ${decoy}, X-Auth-Token: none`,
  ]);
  const forms: [readonly string[], ...(readonly string[])[]] = [
    [long, value],
    [`${long}=${value}`],
    ...(letter === ''
      ? []
      : [
          [letter, value],
          [`-si${letter.slice(1)}`, value],
        ]),
    ...(letter === '' || value === '' ? [] : [[`${letter}${value}`], [`-vk${letter.slice(1)}${value}`]]),
    ['-sSi'],
    ['-XGET'],
    ['--request', 'GET'],
    ['--compressed', '--no-buffer'],
    ['-G'],
  ];
  return random.pick(forms);
}

function written(
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
