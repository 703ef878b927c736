import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { KeyedQueue } from '../../src/base/keyedQueue';

describe('a queue by keys', () => {
  it('does one piece of work at a time for each key, whatever becomes of it', async () => {
    const queue = new KeyedQueue();
    const events: string[] = [];
    const work = (name: string, key: string, fails = false) =>
      queue.run(key, async () => {
        events.push(`${name} begins`);
        await turn();
        events.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const outcomes = await Promise.allSettled([work('a1', 'a', true), work('a2', 'a'), work('b', 'b')]);
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['rejected', 'fulfilled', 'fulfilled'],
    );
    const ofA = events.filter((event) => event.startsWith('a'));
    assert.deepEqual(ofA, ['a1 begins', 'a1 ends', 'a2 begins', 'a2 ends']);
    assert.ok(events.indexOf('b begins') < events.indexOf('a1 ends'));
  });
});
