import type { CurlProblem, CurlRequest, CurlToken } from '../../src/api/pasted/curl/curlRequest';
import { Random } from '../server/random';
import { SHELLS, writeCommand, type Argument, type Shell } from './shellWriters';

/** What `curl` would do with a command, known because the command was made of it. */
export interface GeneratedCommand {
  readonly text: string;
  readonly shell: Shell;
  readonly expected: CurlRequest | CurlProblem;
  /** The host, with its port, that curl would send its one request to; none where it takes no such address. */
  readonly server: string | undefined;
  /** All tokens that stand in it. */
  readonly tokens: readonly string[];
  /** Addresses in it that curl sends no token to. */
  readonly decoys: readonly string[];
}

/** A command of a seed, in the quoting of one of the shells, with its parts in any order. */
export function generateCommand(seed: string): GeneratedCommand {
  const random = new Random(seed);
  const shell = random.pick(SHELLS);
  const decoys = Array.from({ length: 4 }, (_, index) => `https://decoy${index}.example/v2/${random.hex(8)}`);
  const { parts, expected, server, tokens } = wish(random, shell);
  const noise = Array.from({ length: random.integer(0, 7) }, () => distraction(random, decoys));
  const last = random.next() < 0.1 ? parts.findIndex(isAddressAlone) : -1;
  const behind = parts.filter((_, index) => index === last);
  const before = random.shuffled([...parts.filter((_, index) => index !== last), ...noise]);
  const words = [...before.flat(), ...(behind.length > 0 ? ['--', ...behind.flat()] : [])];
  return { text: writeCommand(random, shell, words, decoys), shell, expected, server, tokens, decoys };
}

interface Wish {
  readonly parts: readonly (readonly Argument[])[];
  readonly expected: CurlRequest | CurlProblem;
  readonly server: string | undefined;
  readonly tokens: readonly string[];
}

/** What is asked of curl: one address and one token, or something of which nothing may be taken. */
function wish(random: Random, shell: Shell): Wish {
  const { address, server } = anAddress(random);
  const token = random.pick([random.hex(32), `gAAAAAB${random.hex(60)}-_=`]);
  const at = anAddressPart(random, address);
  const header = aHeaderPart(random, `${random.pick(['X-Auth-Token', 'x-auth-token'])}: ${token}`);
  const kind = random.next();
  if (kind < 0.7) {
    const expected: CurlRequest = { address, token: { kind: 'given', text: token } };
    return { parts: [at, header], expected, server, tokens: [token] };
  }
  if (kind < 0.75) return { parts: [at], expected: { address, token: { kind: 'none' } }, server, tokens: [] };
  if (kind < 0.83) {
    const another = random.hex(31);
    const other = aHeaderPart(random, `X-Auth-Token: ${another}`);
    const expected: CurlRequest = { address, token: { kind: 'several' } };
    return { parts: [at, header, other], expected, server, tokens: [token, another] };
  }
  if (kind < 0.9) {
    const [part, elsewhereToken] = elsewhere(random, shell);
    return { parts: [at, part], expected: { address, token: elsewhereToken }, server, tokens: [] };
  }
  const second = anAddress(random).address;
  const further = random.pick([anAddressPart(random, second), ['--next', second]]);
  return {
    parts: [at, header, further],
    expected: { problem: 'severalAddresses' },
    server: undefined,
    tokens: [token],
  };
}

/** Slashes behind the scheme, by how curl takes them: it passes over one too few or too many, and refuses the rest. */
const SLASHES: readonly [Slashes, ...Slashes[]] = [
  { text: '/', taken: true },
  { text: '///', taken: true },
  { text: '', taken: false },
  { text: '////', taken: false },
  { text: '\\', taken: false },
  { text: '/\\', taken: false },
];

interface Slashes {
  readonly text: string;
  readonly taken: boolean;
}

interface Address {
  /** Most of them as they are written everywhere. */
  readonly address: string;
  readonly server: string | undefined;
}

function anAddress(random: Random): Address {
  const host = random.pick(['compute.tyo1.conoha.io', '10.0.0.7:8774', '[::1]:8774']);
  const rest = random.pick([
    '',
    '/images/detail',
    '/images/detail?limit=5&marker=x',
    '/images/detail?name=%E3%82%A4',
  ]);
  const slashes = random.next() < 0.8 ? { text: '//', taken: true } : random.pick(SLASHES);
  const path = `${random.pick(['', '/compute'])}/v2/${random.hex(32)}${rest}`;
  const scheme = random.next() < 0.9 ? 'https:' : random.pick(['HTTPS:', 'http:']);
  return {
    address: `${scheme}${slashes.text}${host}${path}`,
    server: slashes.taken ? host : undefined,
  };
}

function anAddressPart(random: Random, address: string): readonly Argument[] {
  return random.pick([[address], [address], ['--url', address], [`--url=${address}`]]);
}

function isAddressAlone(part: readonly Argument[]): boolean {
  return part.length === 1 && typeof part[0] === 'string' && /^https?:/i.test(part[0]);
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
function elsewhere(random: Random, shell: Shell): readonly [part: readonly Argument[], token: CurlToken] {
  const variable = {
    posix: random.pick(['$OS_TOKEN', '${OS_TOKEN}', '$(cat ~/token)', '`cat "a file"`']),
    cmd: '%OS_TOKEN%',
    powershell: random.pick(['$env:OS_TOKEN', '$token', '${token}', '$(Get-Token "x")']),
  }[shell];
  return random.pick<readonly [readonly Argument[], CurlToken]>([
    [['-H', { raw: `"X-Auth-Token: ${variable}"` }], { kind: 'notExpanded', source: variable }],
    [['-H', 'X-Auth-Token: <token>'], { kind: 'placeholder', source: '<token>' }],
    [['-H', '@headers.txt'], { kind: 'inFile', source: '@headers.txt' }],
    [['-K', 'curlrc'], { kind: 'inFile', source: '-K curlrc' }],
    [['--config=curlrc'], { kind: 'inFile', source: '-K curlrc' }],
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
