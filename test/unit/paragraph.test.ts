import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { paragraph } from '../../src/text/paragraph';

describe('sentences one after the other', () => {
  it('have a space between them, but for Japanese ones, and none where a sentence is empty', () => {
    assert.equal(paragraph(['One.', '', 'Two: “three”', 'Four.']), 'One. Two: “three” Four.');
    assert.equal(paragraph(['一。', '二: 「三」', '四。', '']), '一。二: 「三」四。');
    assert.equal(paragraph(['', '']), '');
  });
});
