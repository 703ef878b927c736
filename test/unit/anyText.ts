import { Random } from '../server/random';

/** What means something in one language or another, or nowhere but in the worst of places. */
const PIECES = [
  ...['"', "'", '`', '\\', '\\\\', '\\"', "\\'", '\\n', '\\u0041', '""', "''", '"""'],
  ...[
    '$',
    '%',
    '{',
    '}',
    '${',
    '%{',
    '$${',
    '$$${',
    '%%{',
    '%%%{',
    '$%{',
    '%${',
    '${x}',
    '%{ if true }',
    '$$',
    '%%',
  ],
  ...[
    '#',
    ' # ',
    '//',
    '/*',
    '*/',
    '<<EOT\n',
    '--',
    '-',
    '---',
    '...',
    '=',
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1',
  ],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '\0',
    '\x07',
    '\x1b[31m',
    '\x7f',
    '\x85',
    '\u2028',
    '\u2029',
    '\ufeff',
  ],
  ...['\u202e', '\u2066', '\u200d', '\u00a0', '\u3000', '\ufffe', '\uffff', '\ufffd'],
  ...[
    '$(id)',
    '`id`',
    '$HOME',
    '!!',
    '!',
    '~',
    '*',
    '?',
    '[a]',
    ';',
    '&',
    '&&',
    '|',
    '||',
    '>',
    '<',
    '(',
    ')',
    ',',
    ':',
  ],
  ...[
    ': ',
    '- ',
    '!tag ',
    '&a ',
    '*a',
    '@',
    '%s',
    '%0a',
    '{{ x }}',
    '{% x %}',
    '{# x #}',
    'null',
    'true',
    '012',
    '1e5',
  ],
  ...[
    '| |',
    '\\|',
    '<b>',
    '</td>',
    '&amp;',
    '&#124;',
    '[x](https://a.example)',
    '![x](y)',
    '*b*',
    '_i_',
    '~~s~~',
  ],
  ...[
    'https://a.example',
    'www.a.example',
    'ubuntu',
    'vmi-docker-20.10-ubuntu-22.04-amd64',
    'a_b',
    '日本語',
    'が',
    'é',
  ],
  ...['イメージ', '、。「」', '🐧', '👩‍💻', '𠮷', '\u{1fffe}', 'עברית'],
] as const;

const LONGEST = 10_000;

/** Texts such as nobody should call an image, the same ones every time: Unicode, in any order, up to 10,000 characters. */
export function anyTexts(seed: string, count: number): readonly string[] {
  const random = new Random(seed);
  const alone = PIECES.flatMap((piece) => [piece, `a${piece}b`, piece + piece]);
  const mixed = Array.from({ length: count }, () => mixedText(random, random.integer(1, 12)));
  const long = [...PIECES.slice(0, 40), '日', 'x'].map((piece) => piece.repeat(LONGEST).slice(0, LONGEST));
  return [
    '',
    ...alone,
    ...mixed,
    ...random.shuffled(long).slice(0, 2),
    mixedText(random, LONGEST).slice(0, LONGEST),
  ].map((text) => text.replace(/\p{Surrogate}/gu, ''));
}

function mixedText(random: Random, pieces: number): string {
  return Array.from({ length: pieces }, () =>
    random.next() < 0.85 ? random.pick(PIECES) : anyCharacter(random),
  ).join('');
}

function anyCharacter(random: Random): string {
  const code = random.next() < 0.5 ? random.integer(0, 0xff) : random.integer(0, 0x10ffff);
  return String.fromCodePoint(code);
}
