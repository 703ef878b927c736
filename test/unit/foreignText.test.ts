import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { isVisible } from '../../src/base/visible';
import { foreignText, foreignWords } from '../../src/text/foreignText';
import { plainLabel } from '../../src/text/plainLabel';
import { hidesSomething, spelledOut } from '../../src/text/spelledOut';
import { Random } from '../server/random';
import { reachesOut } from './reachesOut';

const ORDINARY = [
  '',
  'vmi-ubuntu-22.04-amd64-30gb',
  '本番 Webサーバー（２号）',
  'two  blanks, and one at the end ',
  '全角　の空白',
  'crème brûlée 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️',
  'z̷̧̢̛̟̙a̵̡̛l̶g̸o̷',
  '$(trash) **bold** [link](https://example.com) <b>tag</b> \\ %2F',
  '長'.repeat(255),
  '🦀'.repeat(255),
];

const TURNING = [
  '\u202egpj.exe',
  'a\u202bb\u2067c',
  '\u2069\u2069\u202dx',
  '\u200fx',
  '\u061c1',
  'שלום 1',
  'مرحبا',
  '\u{1e900}',
];

describe('a text of others', () => {
  it('is shown as it is, character by character, when there is nothing odd about it', () => {
    for (const text of ORDINARY) assert.equal(foreignText(text), text);
  });

  it('is one isolate when it is written from right to left, or holds what says so', () => {
    for (const text of TURNING) {
      const shown = foreignText(text);
      assert.match(shown, /^\u2068[^]*\u2069$/);
      assert.ok(!reachesOut(`name ${shown} 4.1 GiB`), JSON.stringify(shown));
    }
  });

  it('has its own isolates closed, and loses ends that have no beginning', () => {
    assert.equal(foreignText('a\u2067b'), 'a\u2067b\u2069');
    assert.equal(foreignText('a\u2069b\u2069'), 'ab');
    assert.equal(foreignText('\u2067a\u2069\u202eb'), '\u2068\u2067a\u2069\u202eb\u2069');
  });

  it('is not isolated twice', () => {
    const words = `name is “${foreignText('\u202eeman')}”`;
    assert.equal(foreignText(words), words);
    assert.equal(plainLabel(words), words);
  });

  it('never turns around what stands beside it, whatever it is made of', () => {
    const random = new Random('bidi');
    const pieces = Array.from(
      'ab 1א٣\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u200e\u200f\u061c\n',
    );
    for (let round = 0; round < 5000; round++) {
      const text = Array.from({ length: random.integer(0, 12) }, () => random.shuffled(pieces)[0]).join('');
      for (const shown of [foreignText(text), foreignText(text, 6), plainLabel(text), foreignWords(text)]) {
        assert.ok(!reachesOut(shown), JSON.stringify([text, shown]));
        assert.equal(foreignText(shown), shown, 'once is enough');
      }
    }
  });

  it('stands in one line, with control characters to be seen', () => {
    assert.equal(foreignText('a\r\nb\tc\u2028d\u0085e'), 'a b c d e');
    assert.equal(foreignText('\u0000\u0007\u001b\u007f\u009b'), '␀␇␛␡\ufffd');
    assert.equal(foreignText('half \ud83d a pair'), 'half \ufffd a pair');
  });

  it('is no longer than there is room for, and says so', () => {
    assert.equal(foreignText('x'.repeat(256)), `${'x'.repeat(254)}…`);
    assert.equal(foreignText('🦀'.repeat(256)), `${'🦀'.repeat(254)}…`);
    assert.equal(foreignText('abcdef', 4), 'abc…');
    assert.equal(foreignText('\u202e'.repeat(100_000)).length, 257);
    assert.ok(foreignText('\u2067'.repeat(100_000)).length < 520);
    assert.ok(plainLabel('x'.repeat(100_000)).length < 2000);
  });

  it('draws no icon where labels have them, and no icon or link where sentences have those', () => {
    assert.equal(plainLabel('$(trash) a\u202eb'), '\u2068\\$(trash) a\u202eb\u2069');
    for (const text of ['$(trash)', '[x](command:workbench.action.quit)', '[a]b](https://example.com)']) {
      const words = foreignWords(text);
      assert.doesNotMatch(words, /\$\(|\]\(/);
      assert.equal(words.replaceAll('\u2060', ''), text);
    }
    assert.equal(foreignWords('f(x) [y] $z'), 'f(x) [y] $z');
  });

  it('is there only if something is to be seen of it', () => {
    const nothing = [
      ...[
        '',
        ' ',
        '\t\n',
        '\u3000',
        '\u00a0',
        '\u200b',
        '\u2060',
        '\ufeff',
        '\u00ad',
        '\u3164',
        '\u115f',
        '\u2800',
      ],
      ...[
        '\u202e',
        '\u2068\u2069',
        '\u200e\u200f',
        '\u061c',
        '\ufe0f',
        '\u0000',
        '\uffa0',
        ' \u200b\u3000\u00ad',
      ],
    ];
    for (const text of nothing) assert.ok(!isVisible(text), JSON.stringify(text));
    for (const text of ['.', 'a', ' \u200bx', '本', '\ud83d', '\u0301', '👍', 'ﾞ'])
      assert.ok(isVisible(text), JSON.stringify(text));
  });

  it('can be spelled out, with all that is not drawn', () => {
    assert.equal(spelledOut('a\u202eb "c" \\'), '"a\\u202eb \\"c\\" \\\\"');
    assert.equal(spelledOut(' \u3000\u2800\u{e0020}\n'), '" \\u3000\\u2800\\udb40\\udc20\\u000a"');
    for (const text of ['a\u202eb', 'a\u200bb', 'a\nb', ' a', 'a\u3000', '\ud83d'])
      assert.ok(hidesSomething(text), JSON.stringify(text));
    for (const text of ['', 'a b', '全角　の空白', '👨‍👩‍👧', '❤️', 'می‌خواهم', 'שלום'])
      assert.ok(!hidesSomething(text), JSON.stringify(text));
  });
});
