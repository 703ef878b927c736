import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { memoize, memoizeFor } from '../../src/base/memoize';

describe('a memoized function', () => {
  for (const result of [{}, undefined]) {
    it(`works out a text of a usual length once, whether that has a result or not: ${typeof result}`, () => {
      let times = 0;
      const work = memoize(() => (times++, result));
      for (let time = 0; time < 3; time++) assert.equal(work('Ruby_on_Rails-4.2-64bit'), result);
      assert.equal(times, 1);
    });

    it(`works out an object once: ${typeof result}`, () => {
      let times = 0;
      const work = memoizeFor(() => (times++, result));
      const object = {};
      for (let time = 0; time < 3; time++) assert.equal(work(object), result);
      assert.equal(times, 1);
    });
  }
});
