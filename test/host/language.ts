import { l10n } from 'vscode';
import japanese from '../../l10n/bundle.l10n.ja.json';

export type Language = 'en' | 'ja';

/** A text as the source has it, or with what stands in its placeholders. */
export type Words = string | readonly [string, ...string[]];

const BUNDLES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, ja: japanese };

/** The words of a language, from the bundle that is shipped. @throws where it has none */
export function wordsIn(language: Language, words: Words): string {
  const [text, ...values] = typeof words === 'string' ? [words] : words;
  const translated = language === 'en' ? text : BUNDLES[language][text];
  if (translated === undefined) throw new Error(`There is no “${text}” in ${language}.`);
  return translated.replace(/\{(\d+)\}/g, (_, index: string) => values[Number(index)] ?? '');
}

/** Has the product speak a language in each test of a suite: the editor of these tests itself has English only. */
export function speak(language: Language): void {
  const { t } = l10n;
  beforeEach(() => {
    if (language === 'en') return;
    const translate = (text: string, ...values: readonly (string | number | boolean)[]) =>
      wordsIn(language, [text, ...values.map(String)]);
    Object.assign(l10n, { t: translate });
  });
  afterEach(() => {
    Object.assign(l10n, { t });
  });
}
