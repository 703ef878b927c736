import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { latest } from '../../src/base/latest';

describe('what is made of the latest text', () => {
  it('is made once for it, and anew for another', () => {
    const made: string[] = [];
    const read = latest((text) => ({ text, nth: made.push(text) }));
    const first = read('a');
    assert.equal(read('a'), first);
    assert.deepEqual([read('b').nth, read('a').nth], [2, 3]);
    assert.deepEqual(made, ['a', 'b', 'a']);
  });
});
