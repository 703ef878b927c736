import { afterEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startServer, type ImagePatch, type Server } from '../server/index';
import type { Scenario, Told } from './heapUser.main';

const IMAGES = 1000;
const CHANGED = 100;
/** So many accounts that a promise left of each would be seen. */
const SMALL = 1000;
const MOST = 1.1;
/** Machine code would be most of what grows. */
const FLAGS = ['--expose-gc', '--no-opt', '--no-sparkplug', '--no-maglev'];

describe('the heap', () => {
  let api: Server;
  afterEach(() => api.close());

  /** @param counts how many images each tenant has */
  const serve = async (...counts: readonly number[]) => {
    api = await startServer({ regions: ['tyo1'], tenants: counts.map((images) => ({ images })) });
  };
  /** Runs a scenario in a process of its own. @param change done to the server's images when it asks for that */
  const used = async (scenario: Scenario, change: () => void = () => undefined) => {
    const user = fork(join(__dirname, 'heapUser.main.js'), [scenario], { execArgv: FLAGS });
    try {
      return await new Promise<Extract<Told, { first: number }>>((resolve, reject) => {
        user.on('message', (told: Told) => {
          if ('first' in told) {
            resolve(told);
            return;
          }
          change();
          api.clearRequests();
          user.send('changed');
        });
        user.once('exit', (code) => reject(new Error(`ended with code ${code}`)));
        user.send({ tenants: api.tenants });
      });
    } finally {
      // It takes its folder with it.
      if (user.connected) user.disconnect();
      if (user.exitCode === null && user.signalCode === null) await once(user, 'exit');
    }
  };

  /** Updates so many of the first tenant's images, each time the next ones. */
  const updateSome = (count: number, time: number, patchOf: (n: number) => ImagePatch) => {
    const images = api.images(api.tenants[0]?.id ?? '');
    const list = images.list();
    for (let n = 0; n < count; n++) {
      images.update(list[(time * count + n) % list.length]?.id ?? '', patchOf(n));
    }
  };

  it('stays as it is through a hundred refreshes with changes', async () => {
    await serve(IMAGES);
    let size = 0;
    const { first, last } = await used('refreshes', () => {
      size++;
      updateSome(CHANGED, size, () => ({ size }));
    });
    assert.ok(last <= MOST * first, `${last} bytes after ${first}`);
  }).timeout(180_000);

  it('stays as it is while the rows of images move between groups that come and go', async () => {
    await serve(IMAGES);
    let time = 0;
    const { first, last } = await used('rows', () => {
      time++;
      updateSome(2 * CHANGED, time, (n) => ({ metadata: { app: `app${n} at ${time}` } }));
    });
    assert.ok(last <= MOST * first, `${last} bytes after ${first}`);
  }).timeout(180_000);

  it('stays as it is while the rows of images that change are grouped in one way after the other', async () => {
    await serve(IMAGES);
    let size = 0;
    const { first, last } = await used('regrouping', () => {
      size++;
      updateSome(IMAGES, size, () => ({ size }));
    });
    assert.ok(last <= MOST * first, `${last} bytes after ${first}`);
  }).timeout(180_000);

  for (const { stays, accounts, images } of [
    { stays: IMAGES, accounts: 30, images: IMAGES },
    { stays: IMAGES / 5, accounts: SMALL, images: 1 },
  ]) {
    it(`gives back what ${accounts} accounts held that were removed, images of each: ${images}`, async () => {
      await serve(stays, ...Array.from({ length: accounts }, () => images));
      const { first, last } = await used('accounts');
      assert.ok(last <= MOST * first, `${last} bytes after ${first}`);
    }).timeout(180_000);
  }

  it('gives back what images of removed accounts are called, however long that is', async () => {
    const tenants = 8;
    await serve(2 * IMAGES, ...Array.from({ length: tenants }, () => 8));
    for (const [tenant, { id }] of api.tenants.slice(1).entries()) {
      const images = api.images(id);
      for (const [n, image] of images.list().entries()) {
        const value = `${tenant} ${n} ${'long '.repeat(20_000)}`;
        const metadata = { app: `app ${value}`, dst: `distribution ${value}`, os_type: `system ${value}` };
        images.update(image.id, { metadata });
      }
    }
    const { first, last } = await used('longValues');
    assert.ok(last <= MOST * first, `${last} bytes after ${first}`);
  }).timeout(180_000);
});
