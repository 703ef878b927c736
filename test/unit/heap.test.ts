import { afterEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { startServer, type Server } from '../server/index';
import type { Scenario, Told } from './heapUser.main';

const IMAGES = 2000;
const CHANGED = 100;
const MOST = 1.1;

describe('the heap', () => {
  let api: Server;
  afterEach(() => api.close());

  const serve = async (tenants: number) => {
    api = await startServer({
      regions: ['tyo1'],
      tenants: Array.from({ length: tenants }, () => ({ images: IMAGES })),
    });
  };
  /** Runs a scenario in a process of its own. @param change done to the server's images when it asks for that */
  const used = async (scenario: Scenario, change: () => void = () => undefined) => {
    const user = fork(join(__dirname, 'heapUser.main.js'), [scenario], { execArgv: ['--expose-gc'] });
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
      user.kill();
    }
  };

  it('stays as it is through a hundred refreshes with changes', async () => {
    await serve(1);
    const images = api.images(api.tenants[0]?.id ?? '');
    let size = 0;
    const { first, last } = await used('refreshes', () => {
      size++;
      const list = images.list();
      for (let n = 0; n < CHANGED; n++) {
        images.update(list[(size * CHANGED + n) % IMAGES]?.id ?? '', { size });
      }
    });
    assert.ok(last <= MOST * first, `${last} bytes after ${first}`);
  }).timeout(60_000);

  it('gives back what thirty accounts held that were removed', async () => {
    await serve(30);
    const { first, last } = await used('accounts');
    assert.ok(last <= MOST * first, `${last} bytes after ${first}`);
  }).timeout(60_000);
});
