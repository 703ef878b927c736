import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { Closing } from '../../src/base/closing';

describe('what is to be done before the window closes', () => {
  it('is done and waited for, whatever fails beside it', async () => {
    const closing = new Closing();
    const done: string[] = [];
    closing.add(() => {
      throw new Error('before it began');
    });
    closing.add(() => Promise.reject(new Error('later')));
    closing.add(async () => {
      await Promise.resolve();
      done.push('saved');
    });
    await closing.run();
    assert.deepEqual(done, ['saved']);
  });

  it('is nothing where nothing has begun', () => new Closing().run());
});
