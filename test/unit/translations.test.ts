import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../hosts/root';

type Texts = Readonly<Record<string, string>>;

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const texts = (file: string) => JSON.parse(read(file)) as Texts;

/** The first argument of every `l10n.t(…)` in the source, and what others of them name: `Choose “{0}”.` */
function stringsOfSource(): { readonly strings: ReadonlySet<string>; readonly named: ReadonlySet<string> } {
  const strings = new Set<string>();
  const named = new Set<string>();
  const own = new Set<string>();
  for (const file of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const source = ts.createSourceFile(file, read(join('src', file)), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText(source) === 'l10n.t') {
        const [text] = node.arguments;
        assert.ok(
          text && ts.isStringLiteralLike(text),
          `${file}: l10n.t needs a literal, not ${String(text?.getText())}`,
        );
        strings.add(text.text);
        const { parent } = node;
        const isNamed = ts.isCallExpression(parent) && parent.expression.getText(source) === 'l10n.t';
        (isNamed ? named : own).add(text.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { strings, named: new Set([...named].filter((text) => !own.has(text))) };
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\d+\}/g)].map(([placeholder]) => placeholder).sort();
}

/** Whatever is typed or pasted as it is: patterns, addresses, dates, ages, ranges, names of variables, files and headers. */
const EXAMPLES: readonly RegExp[] = [
  /\/[^\s/]+\/i\b/g,
  /\bhttps?:[^\s,;”)]*[^\s.,;”)]/g,
  /\b[A-Z]+_[A-Z_]+\b\*?/g,
  /\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?\b/g,
  /\b\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d/g,
  /(?<![\w.])\d+[dhm]\b(?:\.\.)?/g,
  /(?<=such as |example |, |or )-?\d+-?\d*(?![\w-])/g,
  /\b\w+\.(?:ya?ml|json|pem)\b/g,
  /\bX-[A-Z][\w-]+/g,
  /(?<=^|\s)--?[a-z][\w-]*/g,
];

function examplesIn(text: string): readonly string[] {
  return EXAMPLES.flatMap((example) => [...text.matchAll(example)].map(([found]) => found));
}

describe('the Japanese translation', () => {
  const japanese = texts('l10n/bundle.l10n.ja.json');
  const { strings, named } = stringsOfSource();

  it('has every text of the source, and none that is not there any more', () => {
    assert.ok(strings.size > 100);
    assert.deepEqual(
      [...strings].filter((text) => !(text in japanese)),
      [],
    );
    assert.deepEqual(
      Object.keys(japanese).filter((text) => !strings.has(text)),
      [],
    );
  });

  it('names commands as the manifest calls them, in both languages', () => {
    const [english, translated] = [texts('package.nls.json'), texts('package.nls.ja.json')];
    assert.ok(named.has('Update Token…'));
    for (const name of named) {
      const [key] = Object.entries(english).find(([, title]) => title === name) ?? [];
      assert.equal(translated[key ?? ''], japanese[name], name);
    }
  });

  it('has examples that can be copied: as the English has them, character by character', () => {
    const examples = Object.keys(japanese).flatMap((text) =>
      examplesIn(text).map((example) => [text, example]),
    );
    assert.ok(examples.length > 30);
    const changed = examples.filter(
      ([text = '', example = '']) => japanese[text]?.includes(example) !== true,
    );
    assert.deepEqual(changed, []);
  });

  it('calls no two conditions, and no two commands of a box, the same', () => {
    const rows = Object.entries(japanese).filter(([text]) => text.endsWith('…'));
    assert.ok(rows.some(([text]) => text === 'Kind…') && rows.some(([text]) => text === 'Type…'));
    const called = rows.map(([, translation]) => translation);
    assert.deepEqual(
      called.filter((translation, at) => called.indexOf(translation) !== at),
      [],
    );
  });

  it('keeps the placeholders', () => {
    for (const [text, translation] of Object.entries(japanese)) {
      assert.deepEqual(placeholders(translation), placeholders(text), text);
    }
  });
});

/** ConoHa's own terms, as its control panel writes them: without a space. */
const CONOHA_TERMS = /テナントID|APIユーザー/g;
const TERMS = 'the terms of ConoHa';
const JAPANESE = '[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}]';

/** Slips in the writing of a Japanese text; `rule` tells which. */
const SLIPS: Readonly<Record<string, RegExp>> = {
  'a half-width space between Latin and Japanese': new RegExp(
    `${JAPANESE}[A-Za-z0-9]|[A-Za-z0-9]${JAPANESE}`,
    'u',
  ),
  'no space beside Japanese punctuation': /[、。（）] | [、。（）」]|「 /,
  'full-width parentheses': new RegExp(`${JAPANESE} ?\\((?!command:)`, 'u'),
  [TERMS]: /テナント ID|API ユーザー|クレデンシャル|(?:テナントID|APIユーザー) (?![(（])/,
  'one word for one thing':
    /(?<!メール)アドレス|もう一度サインイン|再度|やり直し|(コンピュータ|サーバ|フォルダ)(?!ー)/,
  'half-width ? and : as the editor has them': /[？：！]/,
};

describe('Japanese texts', () => {
  const all = { ...texts('l10n/bundle.l10n.ja.json'), ...texts('package.nls.ja.json') };
  for (const [rule, slip] of Object.entries(SLIPS)) {
    it(`keep to one way of writing: ${rule}`, () => {
      const isTerms = rule === TERMS;
      const slips = Object.values(all).filter((text) =>
        slip.test(isTerms ? text : text.replace(CONOHA_TERMS, '語')),
      );
      assert.deepEqual(slips, []);
    });
  }

  it('get lists and brackets of the language where the source puts texts together', () => {
    const wordsIn = ['text', 'tree', 'commands'].flatMap((folder) =>
      readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join('src', folder, file)),
    );
    assert.ok(wordsIn.length > 100);
    assert.deepEqual(
      wordsIn.filter((file) => /\.join\(', '\)|\} \(\$\{/.test(read(file))),
      [],
    );
  });

  it('leave no space behind what an image is called, which may end in a bracket: （30 GB）', () => {
    const japanese = texts('l10n/bundle.l10n.ja.json');
    for (const text of [
      'Copied ID of {0}.',
      'Copied name of {0}.',
      'Copied {0} of {1}.',
      'Inserted {0} of {1}.',
    ])
      assert.match(japanese[text] ?? '', /^「?\S.*: \{[01]\}。$/, text);
  });

  it('end as the English ones do, with a full stop or without', () => {
    const endings = Object.entries(texts('l10n/bundle.l10n.ja.json')).filter(
      ([english, text]) => english.endsWith('.') !== text.endsWith('。'),
    );
    assert.deepEqual(endings, []);
  });
});

describe('the texts of the manifest', () => {
  const english = texts('package.nls.json');
  const japanese = texts('package.nls.ja.json');

  it('are the same in both languages', () => {
    assert.deepEqual(Object.keys(japanese).sort(), Object.keys(english).sort());
  });

  it('are all used, and all there', () => {
    const used = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort());
  });

  it('lead to the same commands from the welcome texts', () => {
    const links = (text: string) => [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command);
    for (const [key, text] of Object.entries(english))
      assert.deepEqual(links(japanese[key] ?? ''), links(text), key);
  });
});
