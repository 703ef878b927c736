import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../hosts/root';

type Language = 'en' | 'ja';

interface Form {
  readonly language: Language;
  readonly written: string;
  readonly found: RegExp;
  readonly except: readonly string[];
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const texts = (file: string) => JSON.parse(read(file)) as Readonly<Record<string, string>>;

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

const quotedIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function formOf(written: string, except: readonly string[]): Form {
  const isJapanese = JAPANESE.test(written);
  const found = isJapanese
    ? new RegExp(escaped(written), 'u')
    : new RegExp(`(?<![\\w-])${escaped(written)}(?![\\w-])`, 'iu');
  return { language: isJapanese ? 'ja' : 'en', written, found, except };
}

/** What the table says is never written. */
function formsOf(glossary: string): readonly Form[] {
  return glossary
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:English|-)/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .flatMap(([, , , never = '', except = '']) =>
      quotedIn(never).map((written) => formOf(written, quotedIn(except))),
    );
}

const FORMS = formsOf(read(join('docs', 'glossary.md')));

/** The texts in which a form stands that is never written, beside that form. */
function breaches(forms: readonly Form[], language: Language, all: readonly string[]): readonly string[] {
  return forms
    .filter((form) => form.language === language)
    .flatMap(({ written, found, except }) =>
      all
        .filter((text) => found.test(except.reduce((rest, allowed) => rest.replaceAll(allowed, ''), text)))
        .map((text) => `${written}: ${text}`),
    );
}

/** The sentences of a page, without what is code in it. */
function linesOf(page: string): readonly string[] {
  return read(page)
    .replace(/^```[^]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '`')
    .replace(/\]\([^)]*\)/g, ']')
    .split('\n');
}

const BUNDLE = texts('l10n/bundle.l10n.ja.json');

const OWN: Readonly<Record<Language, readonly string[]>> = {
  en: [...Object.keys(BUNDLE), ...Object.values(texts('package.nls.json'))],
  ja: [...Object.values(BUNDLE), ...Object.values(texts('package.nls.ja.json'))],
};

const PAGES: Readonly<Record<Language, readonly string[]>> = {
  en: ['README.md', join('docs', 'signing-in.md')],
  ja: ['README.ja.md', join('docs', 'signing-in.ja.md')],
};

describe('the glossary', () => {
  it('has forms that are never written, in both languages', () => {
    for (const language of ['en', 'ja'])
      assert.ok(FORMS.filter((form) => form.language === language).length >= 20, language);
  });

  it('finds whole words in any case of letters, and Japanese anywhere, but where they may stand', () => {
    const forms = formsOf('| a | b | `server`, `サーバー` | `Source server (VM)`, `保存元のサーバー` | |');
    assert.deepEqual(breaches(forms, 'en', ['The Server failed.', 'serverless', 'Source server (VM)']), [
      'server: The Server failed.',
    ]);
    assert.deepEqual(breaches(forms, 'ja', ['保存元のサーバー', 'APIサーバーから']), [
      'サーバー: APIサーバーから',
    ]);
  });

  for (const language of ['en', 'ja'] as const) {
    it(`is kept by every text in the language ${language}`, () => {
      assert.deepEqual(breaches(FORMS, language, OWN[language]), []);
    });

    for (const page of PAGES[language])
      it(`is kept by ${page}`, () => {
        assert.deepEqual(breaches(FORMS, language, linesOf(page)), []);
      });
  }
});

describe('how texts are written', () => {
  const slips = (language: Language, slip: RegExp) => OWN[language].filter((text) => slip.test(text));

  it('has Japanese punctuation beside Japanese letters', () => {
    const letter = '[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}ー]';
    const own = OWN.ja.map((text) => text.replace(/\]\(command:[^)]*\)/g, ']'));
    const slip = new RegExp(`${letter}[,.;!()“”"]|[,;()“”"] ?${letter}|!${letter}`, 'u');
    // An exclamation mark that is typed excludes.
    const typed = /!除外する語句/g;
    assert.deepEqual(
      own.filter((text) => slip.test(text.replace(typed, ''))),
      [],
    );
  });

  it('has quotes, apostrophes and three dots in one character each in English', () => {
    assert.deepEqual(slips('en', /\w'\w|"|(?<!\.)\.\.\.(?!\.)/), []);
  });

  it('says one and many in two texts', () => {
    assert.deepEqual(slips('en', /\w\(s\)|\(es\)/), []);
    // What is counted before a noun has its singular: “Copied {0} IDs.”, “Copied 1 ID.”
    for (const noun of ['IDs', 'names']) {
      const one = `Copied 1 ${noun.slice(0, -1)}.`;
      assert.ok(OWN.en.includes(one) && OWN.en.includes(`Copied {0} ${noun}.`), one);
    }
  });
});
