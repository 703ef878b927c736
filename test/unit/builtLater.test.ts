import { beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { builtLater, type Builder, type Disposables } from '../../src/later/builtLater';

describe('what is built when the editor first asks for it', () => {
  let happened: string[];
  let subscriptions: Disposables;
  beforeEach(() => {
    happened = [];
    subscriptions = [];
  });

  const part = (name: string) => ({ dispose: () => happened.push(`disposed ${name}`) });
  const nothing = (): void => undefined;
  const openLog: Builder<string>['openLog'] = () => {
    happened.push('opened');
    const report = (error: unknown): void => void happened.push(`reported ${String(error)}`);
    return { request: nothing, warn: nothing, show: nothing, report, ...part('log') };
  };
  /** Fails as often as said before it succeeds; each attempt has a part before and one after that. */
  const afterFailures = (count: number) => {
    let attempts = 0;
    const build: Builder<string>['build'] = (_log, parts) => {
      const attempt = ++attempts;
      parts.push(part(`first of ${attempt}`));
      if (attempt <= count) throw new Error(`attempt ${attempt}`);
      parts.push(part(`second of ${attempt}`));
      return `built ${attempt}`;
    };
    return builtLater(() => Promise.resolve({ openLog, build }), subscriptions);
  };
  const close = () => {
    for (const each of subscriptions) each.dispose();
  };

  it('is there once, with one log, and goes with the window', async () => {
    const later = afterFailures(0);
    assert.deepEqual(happened, []);
    assert.deepEqual(await Promise.all([later.get(), later.get()]), ['built 1', 'built 1']);
    assert.deepEqual(happened, ['opened']);
    close();
    assert.deepEqual(happened, ['opened', 'disposed log', 'disposed first of 1', 'disposed second of 1']);
  });

  it('leaves nothing but the log and a report in it where it fails, and is built by the next who asks', async () => {
    const later = afterFailures(2);
    await assert.rejects(later.get(), /attempt 1/);
    await assert.rejects(later.get(), /attempt 2/);
    assert.equal(await later.get(), 'built 3');
    assert.deepEqual(happened, [
      ...['opened', 'reported Error: attempt 1', 'disposed first of 1'],
      ...['reported Error: attempt 2', 'disposed first of 2'],
    ]);
    happened = [];
    close();
    assert.deepEqual(happened, ['disposed log', 'disposed first of 3', 'disposed second of 3']);
  });

  it('is built once where several have waited for a failure and each asks again at once', async () => {
    const later = afterFailures(1);
    const patient = async () => later.get().catch(() => later.get());
    assert.deepEqual(await Promise.all([patient(), patient(), patient()]), ['built 2', 'built 2', 'built 2']);
  });

  it('is disposed with the parts that have come since', async () => {
    let later: Disposables = [];
    const build: Builder<string>['build'] = (_log, parts) => {
      later = parts;
      return 'built';
    };
    await builtLater(() => Promise.resolve({ openLog, build }), subscriptions).get();
    later.push(part('late one'));
    close();
    assert.deepEqual(happened, ['opened', 'disposed log', 'disposed late one']);
  });

  it('tells who asks why it cannot be loaded', async () => {
    const failing = builtLater<string>(() => Promise.reject(new Error('no file')), subscriptions);
    await assert.rejects(failing.get(), /no file/);
    assert.deepEqual([...happened, ...subscriptions], []);
  });
});
