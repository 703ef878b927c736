import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { unawaited } from '../../src/base/unawaited';

describe('what nobody waits for', () => {
  it('fails without a word', async () => {
    const unhandled: unknown[] = [];
    const before = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    const hear = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', hear);
    try {
      unawaited(Promise.reject(new Error('the editor closes')));
      // Node reports before the next turn what nobody has caught by then.
      await setImmediate();
    } finally {
      process.removeListener('unhandledRejection', hear);
      for (const listener of before) process.on('unhandledRejection', listener);
    }
    assert.deepEqual(unhandled, []);
  });
});
