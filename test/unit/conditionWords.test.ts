import { before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Criterion } from '../../src/catalog/filter/criterion';
import { rangeWords, type RangeWords } from './rangeWords';

const distributions = (...values: readonly string[]): Criterion => ({ kind: 'distribution', values });

/** Conditions on one value of several, and what they are called. */
const WORDS: Readonly<Record<'en' | 'ja', readonly (readonly [Criterion, string])[]>> = {
  en: [
    [distributions('Ubuntu 22.04', 'CentOS 7'), 'distribution Ubuntu 22.04 or CentOS 7'],
    [distributions('A', 'B', 'C', 'D', 'E'), 'distribution A, B, C, or 2 others'],
    [{ kind: 'type', value: 'snapshot' }, 'type snapshot'],
  ],
  ja: [
    [distributions('Ubuntu 22.04', 'CentOS 7'), 'ディストリビューション Ubuntu 22.04 または CentOS 7'],
    [distributions('A', 'B', 'C'), 'ディストリビューション A、B、または C'],
    [distributions('A', 'B', 'C', 'D', 'E'), 'ディストリビューション A、B、C、ほか 2 件'],
    [{ kind: 'ownership', values: ['own', 'shared'] }, '所有者 保存イメージまたは共有イメージ'],
    [{ kind: 'type', value: 'snapshot' }, 'タイプ snapshot'],
  ],
};

for (const language of ['en', 'ja'] as const) {
  describe(`the words of a condition, in the language ${language}`, () => {
    let words: RangeWords;
    before(async () => {
      words = await rangeWords(language);
    });

    for (const [criterion, expected] of WORDS[language]) {
      it(`say: ${expected}`, () => assert.equal(words.describeCriterion(criterion), expected));
    }
  });
}
