import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { isOpenStackId, isOwnId } from '../../src/api/openStackId';

describe('an id of OpenStack', () => {
  const hex = '487727e3921d44e3bfe7ebb337bf085e';
  for (const [text, isId, isOwn] of [
    [hex, true, true],
    [hex.toUpperCase(), true, false],
    [`${hex}${hex}`, true, false],
    ['487727e3-921d-44e3-bfe7-ebb337bf085e', true, false],
    [hex.slice(1), false, false],
    [`${hex}0`, false, false],
    [` ${hex}`, false, false],
    [`g${hex.slice(1)}`, false, false],
    ['gnct12345678', false, false],
    ['default', false, false],
    ['', false, false],
  ] as const) {
    it(`is ${isOwn ? 'one of its own' : isId ? 'one' : 'none'}: ${JSON.stringify(text)}`, () => {
      assert.deepEqual([isOpenStackId(text), isOwnId(text)], [isId, isOwn]);
    });
  }
});
