import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { BoxBusy } from '../../src/commands/boxBusy';
import { CurrentRead, ENDED } from '../../src/commands/currentRead';
import { until } from '../hosts/until';
import { startRawServer, type RawServer } from './rawServer';

describe('what a box has read', () => {
  let silent: RawServer;
  let ended: number;
  const closed = new AbortController();
  beforeEach(async () => {
    ended = 0;
    silent = await startRawServer(({ url, socket }, response) => {
      if (url === '/good') response.end('good');
      else socket.on('close', () => ended++);
    });
  });
  afterEach(() => silent.close());

  const begun = async (text: string) => {
    const box = { busy: false, value: text };
    const current = new CurrentRead(box, closed.signal);
    const begin = () =>
      current.begin(async (signal) => (await fetch(`${silent.origin}/${box.value}`, { signal })).text());
    const result = begin();
    await until(() => silent.requests.length === 1, 'a request');
    return { box, current, begin, result };
  };

  it('ends when it is edited, down to its connection, and makes room for another text', async () => {
    const { box, current, begin, result } = await begun('silent');
    assert.ok(box.busy && current.isOfPresentText);
    box.value = 'good';
    assert.ok(!current.isOfPresentText);
    current.edited();
    assert.equal(await result, ENDED);
    await until(() => ended === 1, 'the end of the connection');
    assert.equal(box.busy, false);
    assert.equal(await begin(), 'good');
    assert.equal(box.busy, false);
  });

  it('goes on when the window reports again what stands there', async () => {
    const { box, current, result } = await begun('good');
    current.edited();
    assert.equal(await result, 'good');
    assert.ok(!box.busy && !current.isOfPresentText);
  });

  it('ends when something else is read, which keeps the box busy', async () => {
    const { box, begin, result } = await begun('silent');
    const next = begin();
    assert.equal(await result, ENDED);
    assert.equal(box.busy, true);
    box.value = 'good';
    assert.equal(await begin(), 'good');
    assert.equal(await next, ENDED);
  });

  it('leaves the box busy while something else is waited for', async () => {
    const box = { busy: false, value: '' };
    const busy = new BoxBusy(box, closed.signal);
    const current = new CurrentRead(box, closed.signal, busy);
    const rows = busy.begin();
    assert.equal(await current.begin(() => Promise.resolve('read')), 'read');
    assert.equal(box.busy, true);
    rows();
    rows();
    assert.equal(box.busy, false);
    const result = current.begin(() => Promise.resolve('read'));
    assert.equal(box.busy, true);
    await result;
    assert.equal(box.busy, false);
  });

  it('throws what is thrown, unless it was ended', async () => {
    const box = { busy: false, value: '' };
    const current = new CurrentRead(box, closed.signal);
    await assert.rejects(
      current.begin(() => Promise.reject(new Error('broken'))),
      /broken/,
    );
    assert.equal(box.busy, false);
  });
});
