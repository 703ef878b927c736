import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { Alarm } from '../../src/base/alarm';

const DAY = 86_400_000;

describe('an alarm', () => {
  it('is not rung at once for being weeks away, nor when it was set anew or disposed of', async () => {
    const rung: string[] = [];
    const alarm = (name: string) => new Alarm(() => rung.push(name));
    const [far, anew, disposed] = [alarm('far'), alarm('anew'), alarm('disposed')];
    far.set(Date.now() + 60 * DAY);
    anew.set(Date.now());
    anew.set(Infinity);
    disposed.set(Date.now());
    disposed.dispose();
    disposed.set(Date.now());
    await new Promise<void>((resolve) => new Alarm(resolve).set(Date.now() + 20));
    assert.deepEqual(rung, []);
    far.dispose();
  });
});
