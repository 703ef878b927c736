import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { Canceled } from '../../src/base/canceled';
import { Pager, type Completeness } from '../../src/catalog/pager';
import { startServer, type Server } from '../server/index';
import { apiFailure } from './apiFailure';
import { imageSource, TOKEN } from './imageSource';

const TENANT = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const NEVER = new AbortController().signal;
/** No pager of these tests needs as many requests: one that does runs in a circle. */
const TOO_MANY = 1000;

const COMPLETE: Completeness = { kind: 'complete' };
const REPEATED: Completeness = { kind: 'incomplete', reason: 'repeatedPage' };

const pagerOf = (api: Server) => new Pager(imageSource(api.endpoint(TENANT)), {});
const idsOf = (pager: Pager) => pager.images.map(({ id }) => id);
const serverIds = (api: Server) =>
  api
    .images(TENANT)
    .list()
    .map(({ id }) => id);

async function toTheEnd(pager: Pager, limit: number): Promise<void> {
  for (let steps = 0; pager.mayHaveMore; steps++) {
    assert.ok(steps < TOO_MANY, 'the list does not end');
    await pager.step(limit, NEVER);
  }
}

describe('a pager of 5,000 images', () => {
  let api: Server;
  before(async () => {
    api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images: 5000 }] });
  });
  after(() => api.close());

  /** An exact multiple costs an empty last page. */
  const cases = [
    { limit: 7, requests: 715 },
    { limit: 100, requests: 51 },
    { limit: 250, requests: 21 },
    { limit: 1000, requests: 6 },
    { limit: 999, requests: 6 },
  ];
  for (const { limit, requests } of cases) {
    it(`meets each once, in server order, in ${requests} pages of ${limit}`, async () => {
      api.clearRequests();
      const pager = pagerOf(api);
      await toTheEnd(pager, limit);
      assert.deepEqual(idsOf(pager), serverIds(api));
      assert.deepEqual(pager.completeness, COMPLETE);
      assert.equal(api.requests.length, requests);
      assert.ok(api.requests.every(({ query }) => query.get('limit') === String(limit)));
    }).timeout(120_000);
  }

  it('meets each once in pages of growing size', async () => {
    const pager = pagerOf(api);
    for (const limit of [1, 10, 100, 500]) await pager.step(limit, NEVER);
    await toTheEnd(pager, 1000);
    assert.deepEqual(idsOf(pager), serverIds(api));
    assert.deepEqual(pager.completeness, COMPLETE);
  });

  it('goes on in pages as large as before when a marker is lost, though larger ones are refused', async () => {
    const refusal = { do: 'status', status: 400 } as const;
    const fault = api.faults.add({ ...refusal, where: ({ query }) => Number(query.get('limit')) > 1000 });
    const pager = pagerOf(api);
    await pager.step(1000, NEVER);
    api.images(TENANT).remove(pager.images.at(-1)?.id ?? '');
    api.clearRequests();
    await toTheEnd(pager, 1000);
    fault.remove();
    assert.deepEqual(idsOf(pager), serverIds(api));
    assert.ok(api.requests.length < 10, `${api.requests.length} requests`);
  });
});

describe('a pager', () => {
  let api: Server;
  beforeEach(async () => {
    api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images: 230 }] });
  });
  afterEach(() => api.close());

  const atTheEnd = async (limit: number) => {
    const pager = pagerOf(api);
    await toTheEnd(pager, limit);
    return pager;
  };
  const removeFromServer = (ids: readonly (string | undefined)[]) => {
    for (const id of ids) if (id !== undefined) api.images(TENANT).remove(id);
  };
  /** Leaves the server with the newest images. */
  const keepOnServer = (count: number) => removeFromServer(serverIds(api).slice(count));

  it('of no images ends after one request', async () => {
    keepOnServer(0);
    const pager = await atTheEnd(100);
    assert.deepEqual(pager.images, []);
    assert.deepEqual(pager.completeness, COMPLETE);
    assert.equal(api.requests.length, 1);
  });

  it('has another list once it has changed, and the one before stays as it was', async () => {
    const pager = pagerOf(api);
    await pager.step(100, NEVER);
    const before = pager.images;
    await pager.step(100, NEVER);
    assert.deepEqual([before.length, pager.images.length], [100, 200]);
    pager.replace(before.slice(0, 10));
    assert.deepEqual([before.length, pager.images.length], [100, 10]);
  });

  it('takes a short page for the end once a full one has shown that the limit is heeded', async () => {
    const pager = await atTheEnd(100);
    assert.deepEqual(pager.completeness, COMPLETE);
    assert.equal(api.requests.length, 3);
  });

  it('asks once for the page after a short first one', async () => {
    keepOnServer(40);
    const pager = pagerOf(api);
    await pager.step(100, NEVER);
    assert.deepEqual(pager.completeness, { kind: 'unconfirmed' });
    await pager.step(100, NEVER);
    assert.deepEqual(pager.completeness, COMPLETE);
    assert.deepEqual(idsOf(pager), serverIds(api));
  });

  it('finds an image by its key', async () => {
    const pager = await atTheEnd(100);
    const [first = ''] = serverIds(api);
    assert.equal(pager.find(first), pager.images[0]);
    assert.equal(pager.find('no such image'), undefined);
  });

  it('takes no notice of images that come in front of it', async () => {
    const pager = pagerOf(api);
    const before = serverIds(api);
    await pager.step(100, NEVER);
    api.images(TENANT).add({ id: 'new', created: '2035-01-01T00:00:00Z' });
    await toTheEnd(pager, 100);
    assert.deepEqual(idsOf(pager), before);
  });

  describe('on a server that ignores', () => {
    const ignoring = (...parameters: string[]) => api.faults.add({ do: 'ignore', parameters });

    it('limit and marker, and sends more than was asked for, knows them all', async () => {
      ignoring('limit', 'marker');
      const pager = await atTheEnd(100);
      assert.deepEqual(idsOf(pager), serverIds(api));
      assert.deepEqual(pager.completeness, COMPLETE);
      assert.equal(api.requests.length, 2);
    });

    it('limit and marker, and has fewer than were asked for, knows them all', async () => {
      ignoring('limit', 'marker');
      const pager = await atTheEnd(1000);
      assert.deepEqual(idsOf(pager), serverIds(api));
      assert.deepEqual(pager.completeness, COMPLETE);
      assert.equal(api.requests.length, 2);
    });

    it('limit and marker, and has just as many as were asked for, says that there may be more', async () => {
      ignoring('limit', 'marker');
      const pager = await atTheEnd(230);
      assert.deepEqual(idsOf(pager), serverIds(api));
      assert.deepEqual(pager.completeness, REPEATED);
      assert.equal(api.requests.length, 2);
    });

    it('the marker alone says that there is more than it can get', async () => {
      ignoring('marker');
      const pager = await atTheEnd(100);
      assert.deepEqual(idsOf(pager), serverIds(api).slice(0, 100));
      assert.deepEqual(pager.completeness, REPEATED);
      assert.equal(api.requests.length, 2);
    });

    it('the limit alone knows them all', async () => {
      ignoring('limit');
      const pager = await atTheEnd(100);
      assert.deepEqual(idsOf(pager), serverIds(api));
      assert.deepEqual(pager.completeness, COMPLETE);
      assert.equal(api.requests.length, 2);
    });
  });

  describe('on a server that caps the limit', () => {
    for (const nextLinks of ['given', 'missing'] as const) {
      for (const { cap, limit } of [
        { cap: 40, limit: 100 },
        { cap: 46, limit: 100 },
        { cap: 1, limit: 2 },
        { cap: 99, limit: 100 },
        { cap: 100, limit: 1000 },
      ]) {
        it(`at ${cap}, asked for ${limit}, with next links ${nextLinks}, knows them all`, async () => {
          api.faults.add({ do: 'capLimit', limit: cap, nextLinks });
          const pager = await atTheEnd(limit);
          assert.deepEqual(idsOf(pager), serverIds(api));
          assert.deepEqual(pager.completeness, COMPLETE);
          assert.ok(api.requests.length <= Math.ceil(230 / cap) + 2);
        });
      }
    }

    it('below a page that came before, knows them all', async () => {
      api.faults.add({ do: 'capLimit', limit: 120 });
      const pager = pagerOf(api);
      await pager.step(100, NEVER);
      await toTheEnd(pager, 1000);
      assert.deepEqual(idsOf(pager), serverIds(api));
      assert.deepEqual(pager.completeness, COMPLETE);
    });
  });

  describe('on a server that refuses a limit', () => {
    const refusing = (most: number) =>
      api.faults.add({ do: 'status', status: 400, where: ({ query }) => Number(query.get('limit')) > most });

    it('above 100 asks for fewer, also from then on', async () => {
      const refusals = refusing(100);
      const pager = await atTheEnd(1000);
      assert.deepEqual(idsOf(pager), serverIds(api));
      assert.deepEqual(pager.completeness, COMPLETE);
      assert.equal(refusals.hits, 1);
      assert.equal(api.requests.length, 4);
    });

    it('above one that it took before asks for that', async () => {
      const refusals = refusing(30);
      const pager = pagerOf(api);
      await pager.step(30, NEVER);
      await toTheEnd(pager, 1000);
      assert.deepEqual(idsOf(pager), serverIds(api));
      assert.deepEqual(pager.completeness, COMPLETE);
      assert.equal(refusals.hits, 2);
    });

    it('of any size tells why', async () => {
      refusing(0);
      const { details } = await apiFailure(pagerOf(api).step(1000, NEVER));
      assert.equal(details.status, 400);
      assert.deepEqual(
        api.requests.map(({ query }) => query.get('limit')),
        ['1000', '100', '50', '25', '12'],
      );
    });
  });

  describe('on a server that repeats', () => {
    it('a page once, ends there without doubling an image, and says so', async () => {
      api.faults.add({ do: 'repeatPage', nth: 2, times: 1 });
      const pager = await atTheEnd(50);
      assert.deepEqual(idsOf(pager), serverIds(api).slice(0, 50));
      assert.deepEqual(pager.completeness, REPEATED);
    });

    it('a page for ever, ends', async () => {
      api.faults.add({ do: 'repeatPage', nth: 3 });
      const pager = await atTheEnd(50);
      assert.deepEqual(idsOf(pager), serverIds(api).slice(0, 100));
      assert.deepEqual(pager.completeness, REPEATED);
      assert.equal(api.requests.length, 3);
    });
  });

  describe('needs no next link:', () => {
    for (const as of ['missing', 'withoutDetail'] as const) {
      it(`it goes on where they are ${as}`, async () => {
        api.faults.add({ do: 'nextLinks', as });
        const pager = await atTheEnd(46);
        assert.deepEqual(idsOf(pager), serverIds(api));
        assert.deepEqual(pager.completeness, COMPLETE);
        assert.ok(api.requests.every(({ kind }) => kind === 'list'));
      });
    }

    for (const to of ['none', 'internal', 'otherPort'] as const) {
      it(`it goes on where they lead astray (${to})`, async () => {
        api.faults.add({ do: 'wrongLinks', to });
        const pager = await atTheEnd(46);
        assert.deepEqual(idsOf(pager), serverIds(api));
        assert.equal(api.requests.length, 6);
      });
    }
  });

  describe('whose marker image is gone', () => {
    /** Loads some pages, loses images on the server, and loads the rest. */
    const afterLosing = async (
      limit: number,
      steps: number,
      lost: (loaded: readonly string[]) => string[],
    ) => {
      const pager = pagerOf(api);
      for (let step = 0; step < steps; step++) await pager.step(limit, NEVER);
      removeFromServer(lost(idsOf(pager)));
      api.clearRequests();
      await toTheEnd(pager, limit);
      return pager;
    };
    const holdsWhatTheServerHas = (pager: Pager) => {
      assert.deepEqual(idsOf(pager), serverIds(api));
      assert.deepEqual(pager.completeness, COMPLETE);
    };

    it('goes on from the one before', async () => {
      const pager = await afterLosing(100, 1, (ids) => ids.slice(-1));
      holdsWhatTheServerHas(pager);
      assert.ok(api.requests.length <= 4);
    });

    for (const lost of [2, 3, 4, 5, 16, 60, 99]) {
      it(`with ${lost - 1} more of 100 goes on before them, and drops them`, async () => {
        holdsWhatTheServerHas(await afterLosing(100, 1, (ids) => ids.slice(-lost)));
      });
    }

    it('with all the others starts again', async () => {
      for (const limit of [7, 3, 2, 30])
        holdsWhatTheServerHas(await afterLosing(limit, 1, (ids) => [...ids]));
    });

    it('with nearly all of many starts near the beginning', async () => {
      holdsWhatTheServerHas(await afterLosing(75, 2, (ids) => ids.slice(1)));
    });

    it('and was the only one, starts again', async () => {
      keepOnServer(1);
      holdsWhatTheServerHas(await afterLosing(100, 1, (ids) => [...ids]));
      assert.deepEqual(serverIds(api), []);
    });

    it('and was the only one of its page, starts again', async () => {
      holdsWhatTheServerHas(await afterLosing(1, 1, (ids) => [...ids]));
    });

    it('and was the last of all, is complete', async () => {
      keepOnServer(100);
      const pager = await afterLosing(100, 1, (ids) => ids.slice(-1));
      holdsWhatTheServerHas(pager);
    });

    it('and was the last of a short list, is complete', async () => {
      keepOnServer(5);
      holdsWhatTheServerHas(await afterLosing(100, 1, (ids) => ids.slice(-1)));
    });

    it('goes on from the one before on a server that caps the limit', async () => {
      for (const cap of [10, 20, 30]) {
        const fault = api.faults.add({ do: 'capLimit', limit: cap });
        holdsWhatTheServerHas(await afterLosing(50, 2, (ids) => ids.slice(-6)));
        fault.remove();
      }
    });

    it('loses and doubles none of the others, wherever they are gone', async () => {
      const pager = await afterLosing(20, 3, (ids) => [...ids.slice(-3), ...ids.slice(-9, -6)]);
      const known = new Set(serverIds(api));
      assert.deepEqual(
        idsOf(pager).filter((id) => known.has(id)),
        serverIds(api),
      );
    });

    it('or belongs to another project now, goes on from the one before', async () => {
      const pager = pagerOf(api);
      await pager.step(100, NEVER);
      api.faults.add({ do: 'foreignMarker', times: 1 });
      await toTheEnd(pager, 100);
      holdsWhatTheServerHas(pager);
    });

    it('goes on from the one before where the server says that it is not found', async () => {
      const pager = pagerOf(api);
      await pager.step(100, NEVER);
      const gone = pager.images.at(-1)?.id ?? '';
      api.faults.add({ do: 'status', status: 404, where: ({ query }) => query.get('marker') === gone });
      api.images(TENANT).remove(gone);
      await toTheEnd(pager, 100);
      holdsWhatTheServerHas(pager);
    });

    it('goes on from the one before on a server that refuses more than that many at once', async () => {
      api.faults.add({ do: 'status', status: 400, where: ({ query }) => Number(query.get('limit')) > 50 });
      holdsWhatTheServerHas(await afterLosing(50, 2, (ids) => ids.slice(-6)));
    });

    it('for the server, though it sends it, ends with all images once', async () => {
      api.faults.add({ do: 'lostMarker' });
      const pager = await atTheEnd(50);
      assert.deepEqual(idsOf(pager), serverIds(api));
      assert.deepEqual(pager.completeness, REPEATED);
      assert.ok(api.requests.length < 50);
    });

    it('for the server, that caps the limit too, ends', async () => {
      api.faults.add({ do: 'lostMarker' });
      api.faults.add({ do: 'capLimit', limit: 20 });
      const pager = await atTheEnd(50);
      assert.deepEqual(idsOf(pager), serverIds(api).slice(0, 20));
      assert.deepEqual(pager.completeness, REPEATED);
    });
  });

  describe('that fails', () => {
    it('at a page has changed nothing, and goes on from there', async () => {
      const pager = pagerOf(api);
      await pager.step(100, NEVER);
      for (const status of [400, 401, 403, 404, 429, 500, 503]) {
        const fault = api.faults.add({ do: 'status', status });
        const { images, completeness } = pager;
        const before = idsOf(pager);
        const { details } = await apiFailure(pager.step(100, NEVER));
        assert.equal(details.status, status);
        assert.deepEqual(idsOf(pager), before);
        assert.equal(pager.images, images);
        assert.equal(pager.completeness, completeness);
        fault.remove();
      }
      await toTheEnd(pager, 100);
      assert.deepEqual(idsOf(pager), serverIds(api));
    });

    it('with 400 for another reason asks few times and tells the first reason', async () => {
      const pager = pagerOf(api);
      await pager.step(200, NEVER);
      api.clearRequests();
      api.faults.add({ do: 'status', status: 400, message: 'The first.', times: 1 });
      api.faults.add({ do: 'status', status: 400, message: 'Another.' });
      const { details } = await apiFailure(pager.step(100, NEVER));
      assert.equal(details.serverMessage, 'The first.');
      assert.ok(api.requests.length < 10);
    });

    it('while it is called off has changed nothing, and goes on from there', async () => {
      const pager = pagerOf(api);
      await pager.step(100, NEVER);
      const hang = api.faults.add({ do: 'hang' });
      const controller = new AbortController();
      const step = pager.step(100, controller.signal);
      await api.untilRequests((all) => all.length === 2);
      controller.abort();
      await assert.rejects(step, Canceled);
      hang.remove();
      assert.equal(pager.images.length, 100);
      await toTheEnd(pager, 100);
      assert.deepEqual(idsOf(pager), serverIds(api));
    });
  });

  describe('past odd images', () => {
    const rawOf = (pager: Pager) => JSON.stringify(pager.images.map(({ raw }) => raw));
    const sentByServer = async () => {
      const response = await fetch(`${api.endpoint(TENANT)}/images/detail`, {
        headers: { 'X-Auth-Token': TOKEN },
      });
      return JSON.stringify(((await response.json()) as { images: unknown[] }).images);
    };

    it('that have no id, at the end of a page too, meets every image once', async () => {
      const ids = serverIds(api);
      for (const at of [0, 9, 10, 19, 28, 29, 100, 229]) {
        api.images(TENANT).update(ids[at] ?? '', { json: (image) => ({ ...image, id: undefined }) });
      }
      const pager = await atTheEnd(10);
      assert.equal(rawOf(pager), await sentByServer());
      assert.deepEqual(pager.completeness, COMPLETE);
    });

    it('that are no objects goes on', async () => {
      const ids = serverIds(api);
      api.images(TENANT).update(ids[9] ?? '', { json: () => null });
      api.images(TENANT).update(ids[15] ?? '', { json: () => 'text' });
      const pager = await atTheEnd(10);
      assert.equal(rawOf(pager), await sentByServer());
      assert.deepEqual(pager.completeness, COMPLETE);
    });

    it('and nothing else ends and says that it cannot go on', async () => {
      for (const id of serverIds(api)) {
        api.images(TENANT).update(id, { json: (image) => ({ ...image, id: null }) });
      }
      const pager = await atTheEnd(10);
      assert.equal(pager.images.length, 10);
      assert.deepEqual(pager.completeness, { kind: 'incomplete', reason: 'noId' });
    });
  });
});
