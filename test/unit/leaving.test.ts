import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { Canceled } from '../../src/base/canceled';
import { LEFT } from '../../src/base/left';
import type { AccountImages } from '../../src/session/accountImages';
import {
  documentedTenantId,
  documentedToken,
  startServer,
  type FaultHandle,
  type Server,
} from '../server/index';
import { clientsFor } from './accountParts';
import { plainImages } from './plainImages';

describe('a list that is asked for from a box', () => {
  let api: Server;
  let images: AccountImages;
  let hang: FaultHandle;
  beforeEach(async () => {
    api = await startServer();
    const tokens = {
      token: () => Promise.resolve(documentedToken),
      replacement: () => Promise.resolve(undefined),
    };
    images = plainImages(clientsFor().images({ base: api.endpoint(documentedTenantId) }, tokens));
    hang = api.faults.add({ do: 'hang' });
  });
  afterEach(async () => {
    images.dispose();
    await api.close();
  });

  /** A box that asks for the first page. */
  const box = () => {
    const closed = new AbortController();
    return { leave: () => closed.abort(LEFT), page: images.ensureStarted(closed.signal) };
  };
  const asked = () => api.untilRequests(({ length }) => length === 1);
  const outcomes = () => api.requests.map(({ outcome }) => outcome);

  it('is asked for no more once the box is closed, down to the socket, and begins anew when it is wanted', async () => {
    const { leave, page } = box();
    await asked();
    leave();
    await assert.rejects(page, Canceled);
    await api.untilRequests(([first]) => first?.outcome === 'abandoned');
    assert.equal(images.catalog.failure, undefined, 'nobody wanted it to end');
    hang.remove();
    await images.ensureStarted();
    assert.equal(images.loaded.length, 5);
  });

  for (const isFirst of [true, false]) {
    it(`goes on for whoever waits for it as well, where the box was ${isFirst ? 'first' : 'later'}`, async () => {
      const others = isFirst ? [] : [images.ensureStarted()];
      const { leave, page } = box();
      await asked();
      const all = Promise.all([page, ...others, images.ensureStarted()]);
      // What is restored from the disk comes first, and takes a turn.
      await new Promise(setImmediate);
      leave();
      hang.remove();
      await all;
      assert.deepEqual([images.loaded.length, outcomes()], [5, ['answered']]);
    });
  }

  it('ends with the last of several boxes, and at once where a person cancels it', async () => {
    const boxes = [box(), box()];
    const ended = Promise.allSettled(boxes.map(({ page }) => page));
    await asked();
    boxes[0]?.leave();
    boxes[1]?.leave();
    await api.untilRequests(([first]) => first?.outcome === 'abandoned');
    await ended;
    const cancel = new AbortController();
    const all = Promise.allSettled([box().page, images.ensureStarted(), images.ensureStarted(cancel.signal)]);
    await api.untilRequests(({ length }) => length === 2);
    cancel.abort();
    assert.deepEqual(
      (await all).map(({ status }) => status),
      ['rejected', 'rejected', 'rejected'],
    );
    await api.untilRequests(([, second]) => second?.outcome === 'abandoned');
  });
});
