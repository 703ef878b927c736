import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isRemainder } from '../../src/tree/remainder';

describe('a selection', () => {
  const isThere = (id: string): boolean => !id.startsWith('gone');

  for (const [how, before, now, expected] of [
    ['is left where the others are gone', ['gone', 'a', 'b'], ['a', 'b'], true],
    ['is left where all are gone', ['gone'], [], true],
    ['is chosen where one of several is clicked', ['a', 'b'], ['a'], false],
    ['is chosen where another is clicked', ['gone', 'a'], ['b'], false],
    ['is chosen where one is added', ['a'], ['a', 'b'], false],
    ['is chosen where nothing was selected', [], ['a'], false],
    ['is chosen where some were deselected beside one that is gone', ['gone', 'a', 'b'], ['a'], false],
  ] as const) {
    it(how, () => assert.equal(isRemainder(before, now, isThere), expected));
  }
});
