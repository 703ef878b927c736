import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ApiError } from '../../src/api/apiError';
import { Canceled } from '../../src/base/canceled';
import type { ServerQuery } from '../../src/api/images/imageSource';
import { Catalog, type CachedImages } from '../../src/catalog/catalog';
import type { LoadAllOptions } from '../../src/catalog/loadEveryPage';
import { startServer, type Server } from '../server/index';
import { apiFailure, everythingIn } from './apiFailure';
import { imageSource, TOKEN } from './imageSource';
import { rethrow } from './rethrow';

const TENANT = 'c0ffee00c0ffee00c0ffee00c0ffee00';

describe('a catalogue', () => {
  let api: Server;
  const opened: Catalog[] = [];
  beforeEach(async () => {
    api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images: 250 }] });
  });
  afterEach(async () => {
    for (const catalog of opened.splice(0)) catalog.dispose();
    await api.close();
  });

  const catalogOf = (pageSize = 100, query: ServerQuery = {}) => {
    const catalog = new Catalog(imageSource(api.endpoint(TENANT)), query, () => pageSize, rethrow);
    opened.push(catalog);
    return catalog;
  };
  const started = async (pageSize?: number) => {
    const catalog = catalogOf(pageSize);
    await catalog.loadMore();
    api.clearRequests();
    return catalog;
  };
  const wholeList = async () => {
    const catalog = catalogOf();
    while (catalog.hasMore) await catalog.loadMore();
    api.clearRequests();
    return catalog;
  };
  const serverIds = () =>
    api
      .images(TENANT)
      .list()
      .map(({ id }) => id);
  const idsOf = (catalog: Catalog) => catalog.images.map(({ id }) => id);
  const keepOnServer = (count: number) => {
    for (const id of serverIds().slice(count)) api.images(TENANT).remove(id);
  };
  const limits = () => api.requests.map(({ query }) => query.get('limit'));
  /** Resolves once the catalogue has nothing under way. */
  const idle = async (catalog: Catalog): Promise<void> => {
    if (catalog.activity === undefined) return;
    await new Promise<void>((resolve) => {
      const subscription = catalog.onDidChange(() => {
        if (catalog.activity !== undefined) return;
        subscription.dispose();
        resolve();
      });
    });
  };

  describe('that is opened', () => {
    it('asks for nothing by itself', () => {
      const catalog = catalogOf();
      assert.equal(catalog.started, false);
      assert.equal(catalog.hasMore, true);
      assert.deepEqual(catalog.images, []);
      assert.equal(api.requests.length, 0);
    });

    it('has its first rows after one request of one page', async () => {
      const catalog = catalogOf();
      await catalog.ensureStarted();
      assert.deepEqual(idsOf(catalog), serverIds().slice(0, 100));
      assert.deepEqual(limits(), ['100']);
      assert.deepEqual(catalog.completeness, { kind: 'more' });
      await catalog.ensureStarted();
      assert.equal(catalog.activity, undefined);
      assert.equal(api.requests.length, 1);
    });

    it('confirms the end of a short list by one more request, once its rows are there', async () => {
      keepOnServer(5);
      const catalog = catalogOf();
      const hang = api.faults.add({ do: 'hang', nth: 2 });
      await catalog.ensureStarted();
      assert.deepEqual(idsOf(catalog), serverIds());
      assert.equal(catalog.hasMore, true);
      assert.equal(catalog.activity, 'confirm');
      hang.remove();
      await idle(catalog);
      assert.deepEqual(catalog.completeness, { kind: 'complete' });
      assert.equal(catalog.hasMore, false);
      await catalog.loadMore();
      assert.equal(api.requests.length, 2);
    });

    it('shows what the confirmation finds on a server that caps the limit', async () => {
      api.faults.add({ do: 'capLimit', limit: 60 });
      const catalog = catalogOf();
      await catalog.ensureStarted();
      await idle(catalog);
      assert.deepEqual(idsOf(catalog), serverIds().slice(0, 120));
      assert.equal(catalog.hasMore, true);
      assert.equal(api.requests.length, 2);
    });

    it('leaves it open whether there is more when the confirmation fails, and is no failure', async () => {
      keepOnServer(5);
      api.faults.add({ do: 'status', status: 500, nth: 2 });
      const catalog = catalogOf();
      await catalog.ensureStarted();
      await idle(catalog);
      assert.deepEqual(idsOf(catalog), serverIds());
      assert.deepEqual(catalog.completeness, { kind: 'unconfirmed' });
      assert.equal(catalog.failure, undefined);
      assert.equal(api.requests.length, 2);
    });

    it('is started by an empty answer too', async () => {
      keepOnServer(0);
      const catalog = catalogOf();
      await catalog.ensureStarted();
      assert.equal(catalog.started, true);
      assert.equal(catalog.hasMore, false);
      assert.equal(api.requests.length, 1);
    });

    it('asks for no more than its query', async () => {
      const [{ name } = { name: '' }] = api.images(TENANT).list();
      const catalog = catalogOf(100, { name: name ?? '', status: 'ACTIVE' });
      await catalog.ensureStarted();
      await idle(catalog);
      assert.ok(api.requests.every(({ query }) => query.get('name') === name && query.get('status')));
    });
  });

  describe('that is asked for more', () => {
    it('asks for one page, after the last image', async () => {
      const catalog = await started();
      await catalog.loadMore();
      assert.deepEqual(idsOf(catalog), serverIds().slice(0, 200));
      assert.deepEqual(
        api.requests.map(({ query }) => query.get('marker')),
        [serverIds()[99]],
      );
      await catalog.loadMore();
      assert.deepEqual(idsOf(catalog), serverIds());
      assert.equal(catalog.hasMore, false);
      await catalog.loadMore();
      assert.equal(api.requests.length, 2);
    });

    it('reads the page size anew each time', async () => {
      let size = 10;
      const catalog = new Catalog(imageSource(api.endpoint(TENANT)), {}, () => size, rethrow);
      await catalog.loadMore();
      size = 25;
      await catalog.loadMore();
      assert.deepEqual(limits(), ['10', '25']);
      assert.deepEqual(idsOf(catalog), serverIds().slice(0, 35));
    });

    it('keeps what there was when that fails, says so, and goes on from there', async () => {
      const catalog = await started();
      const fault = api.faults.add({ do: 'status', status: 503 });
      const error = await apiFailure(catalog.loadMore());
      assert.deepEqual(catalog.failure, { activity: 'load', error });
      assert.deepEqual(idsOf(catalog), serverIds().slice(0, 100));
      assert.equal(catalog.hasMore, true);
      fault.remove();
      await catalog.loadMore();
      assert.equal(catalog.failure, undefined);
      assert.deepEqual(idsOf(catalog), serverIds().slice(0, 200));
    });

    it('is not started by a failure of its first page', async () => {
      api.faults.add({ do: 'status', status: 401, times: 1 });
      const catalog = catalogOf();
      assert.equal((await apiFailure(catalog.ensureStarted())).kind, 'unauthorized');
      assert.equal(catalog.started, false);
      await catalog.ensureStarted();
      assert.equal(catalog.images.length, 100);
    });

    it('keeps the refusal itself as its failure when nothing was asked because of it', async () => {
      let refused = false;
      const tokens = {
        token: () =>
          refused ? Promise.reject(new ApiError('refusedBefore', { host: '' })) : Promise.resolve('wrong'),
        replacement: () => {
          refused = true;
          return Promise.resolve(undefined);
        },
      };
      const catalog = new Catalog(imageSource(api.endpoint(TENANT), { tokens }), {}, () => 100, rethrow);
      assert.equal((await apiFailure(catalog.ensureStarted())).kind, 'unauthorized');
      assert.equal((await apiFailure(catalog.ensureStarted())).kind, 'refusedBefore');
      const failure = catalog.failure?.error;
      assert.equal(failure instanceof ApiError && failure.kind, 'unauthorized');
    });

    it('goes on loading where the image it goes on from is gone, and not found', async () => {
      const catalog = await started();
      const gone = serverIds()[99] ?? '';
      api.images(TENANT).remove(gone);
      api.faults.add({ do: 'status', status: 404, where: ({ query }) => query.get('marker') === gone });
      while (catalog.hasMore) await catalog.loadMore();
      assert.deepEqual(idsOf(catalog), serverIds());
      assert.equal(catalog.failure, undefined);
    });

    it('takes nothing in after it was given up', () => {
      const catalog = catalogOf();
      catalog.dispose();
      catalog.restore({ images: [], completeness: { kind: 'complete' }, asOf: 1, listedAt: 1 });
      assert.equal(catalog.started, false);
    });

    it('tells when it begins and when it ends', async () => {
      const catalog = catalogOf();
      const seen: unknown[] = [];
      const before = catalog.revision;
      catalog.onDidChange(() =>
        seen.push([catalog.activity, catalog.images.length, catalog.revision - before]),
      );
      await catalog.loadMore();
      assert.deepEqual(seen, [
        ['load', 0, 0],
        [undefined, 100, 1],
      ]);
    });
  });

  describe('with several callers', () => {
    it('asks once for those who want the first page', async () => {
      const catalog = catalogOf();
      await Promise.all([catalog.ensureStarted(), catalog.loadMore(), catalog.ensureStarted()]);
      assert.equal(api.requests.length, 1);
      assert.equal(catalog.images.length, 100);
    });

    it('asks once for those who want more', async () => {
      const catalog = await started();
      await Promise.all([catalog.loadMore(), catalog.loadMore()]);
      assert.equal(api.requests.length, 1);
      assert.equal(catalog.images.length, 200);
    });

    it('lets one who wants more share the confirmation of the end', async () => {
      keepOnServer(5);
      const catalog = catalogOf();
      await catalog.loadMore();
      await catalog.loadMore();
      assert.equal(api.requests.length, 2);
      assert.equal(catalog.hasMore, false);
    });

    it('fails for all of them at once', async () => {
      const catalog = catalogOf();
      api.faults.add({ do: 'status', status: 500 });
      const [first, second] = await Promise.all([
        apiFailure(catalog.loadMore()),
        apiFailure(catalog.loadMore()),
      ]);
      assert.equal(first, second);
      assert.equal(api.requests.length, 1);
    });

    it('loads all pages once for those who want all', async () => {
      const catalog = await started();
      await Promise.all([catalog.loadAll(all()), catalog.loadAll(all())]);
      assert.equal(api.requests.length, 2);
      assert.deepEqual(idsOf(catalog), serverIds());
    });

    it('loads all pages once for those who want all while the end is confirmed', async () => {
      api.faults.add({ do: 'capLimit', limit: 60 });
      const catalog = catalogOf();
      await catalog.loadMore();
      assert.equal(catalog.activity, 'confirm');
      await Promise.all([catalog.loadAll(all()), catalog.loadAll(all()), catalog.loadMore()]);
      assert.deepEqual(idsOf(catalog), serverIds());
      const markers = api.requests.map(({ query }) => query.get('marker'));
      assert.equal(new Set(markers).size, markers.length);
    });

    it('lists again once for those who want to refresh', async () => {
      const catalog = await started();
      await Promise.all([catalog.refresh(), catalog.refresh()]);
      assert.equal(api.requests.length, 1);
    });

    it('loads more after a refresh, once', async () => {
      const catalog = await started();
      await Promise.all([catalog.refresh(), catalog.loadMore(), catalog.loadMore()]);
      assert.deepEqual(
        api.requests.map(({ query }) => query.get('marker')),
        [null, serverIds()[99]],
      );
      assert.deepEqual(idsOf(catalog), serverIds().slice(0, 200));
    });
  });

  describe('that is given up', () => {
    it('closes the connection, and takes in no late answer', async () => {
      const catalog = catalogOf();
      let changes = 0;
      const hang = api.faults.add({ do: 'hang' });
      const load = catalog.loadMore();
      await api.untilRequests((all) => all.length === 1);
      catalog.onDidChange(() => changes++);
      catalog.dispose();
      hang.remove();
      await assert.rejects(load, Canceled);
      await api.untilRequests((all) => all[0]?.outcome === 'abandoned');
      assert.equal(catalog.started, false);
      assert.deepEqual(catalog.images, []);
      assert.equal(catalog.failure, undefined);
      assert.equal(changes, 0);
    });

    it('is called off for all who wait for it by any of them, and can be asked for anew', async () => {
      const catalog = await started();
      const hang = api.faults.add({ do: 'hang' });
      const works = [
        (signal: AbortSignal) => catalog.loadMore(signal),
        (signal: AbortSignal) => catalog.refresh(signal),
        (signal: AbortSignal) => catalog.loadAll({ ...all(), signal }),
      ];
      for (const work of works) {
        api.clearRequests();
        const waiting = [new AbortController(), new AbortController()];
        const done = waiting.map(({ signal }) => assert.rejects(work(signal), Canceled));
        await api.untilRequests((requests) => requests.length === 1);
        waiting[1]?.abort();
        await Promise.all(done);
        await api.untilRequests((requests) => requests[0]?.outcome === 'abandoned');
        assert.deepEqual(
          [catalog.images.length, catalog.activity, catalog.failure],
          [100, undefined, undefined],
        );
      }
      hang.remove();
      await catalog.loadMore();
      assert.equal(catalog.images.length, 200);
    });

    it('waits for a refresh only as long as somebody wants to load more', async () => {
      const catalog = await started();
      const hang = api.faults.add({ do: 'hang' });
      const refresh = catalog.refresh();
      const controller = new AbortController();
      const more = catalog.loadMore(controller.signal);
      controller.abort();
      await assert.rejects(more, Canceled);
      hang.remove();
      await refresh;
      assert.equal(api.requests.length, 1);
    });

    it('keeps in mind that a person has called off its first page, which is no empty list', async () => {
      const catalog = catalogOf();
      api.faults.add({ do: 'hang', times: 1 });
      const controller = new AbortController();
      const refresh = catalog.refresh(controller.signal);
      await api.untilRequests((requests) => requests.length === 1);
      controller.abort();
      await assert.rejects(refresh, Canceled);
      assert.ok(catalog.failure?.error instanceof Canceled);
      await catalog.refresh();
      assert.equal(catalog.failure, undefined);
    });

    it('takes in no answer that is on its way', async () => {
      const catalog = await started();
      const load = catalog.loadMore();
      await api.untilRequests((all) => all.length === 1 && all[0]?.outcome === 'answered');
      catalog.dispose();
      await assert.rejects(load, Canceled);
      assert.equal(catalog.images.length, 100);
    });

    it('closes the connection of a confirmation in the background', async () => {
      keepOnServer(5);
      const catalog = catalogOf();
      api.faults.add({ do: 'hang', nth: 2 });
      await catalog.loadMore();
      await api.untilRequests((all) => all.length === 2);
      catalog.dispose();
      await api.untilRequests((all) => all[1]?.outcome === 'abandoned');
    });

    it('asks for nothing any more, not even for those who were waiting', async () => {
      const catalog = await started();
      api.faults.add({ do: 'hang' });
      const refresh = catalog.refresh();
      const more = catalog.loadMore();
      const everything = catalog.loadAll(all());
      await api.untilRequests((requests) => requests.length === 1);
      catalog.dispose();
      await Promise.all([refresh, more, everything].map((work) => assert.rejects(work, Canceled)));
      await assert.rejects(catalog.loadMore(), Canceled);
      await assert.rejects(catalog.refresh(), Canceled);
      assert.equal(api.requests.length, 1);
    });
  });

  describe('that is refreshed', () => {
    it('lists again as far as it was loaded', async () => {
      const catalog = await started();
      await catalog.loadMore();
      api.clearRequests();
      await catalog.refresh();
      assert.deepEqual(limits(), ['200']);
      assert.deepEqual(idsOf(catalog), serverIds().slice(0, 200));
      assert.equal(catalog.hasMore, true);
    });

    it('swaps the new list in at once', async () => {
      api.faults.add({ do: 'capLimit', limit: 60, nextLinks: 'given' });
      const catalog = await started();
      while (catalog.images.length < 180) await catalog.loadMore();
      api.clearRequests();
      const { images, revision } = catalog;
      const before = idsOf(catalog);
      api.images(TENANT).update(before[3] ?? '', { name: 'renamed' });
      const counts: number[] = [];
      catalog.onDidChange(() => counts.push(catalog.revision - revision));
      const refresh = catalog.refresh();
      await api.untilRequests((all) => all.length === 3);
      assert.equal(catalog.images, images);
      assert.notEqual(catalog.images[3]?.name, 'renamed');
      await refresh;
      assert.equal(catalog.images[3]?.name, 'renamed');
      assert.deepEqual(idsOf(catalog), before);
      assert.deepEqual(counts, [0, 1]);
    });

    it('notices new images, and images that are gone', async () => {
      const catalog = await started();
      const [first = '', , third = ''] = serverIds();
      api.images(TENANT).remove(first);
      api.images(TENANT).remove(third);
      api.images(TENANT).add({ id: 'new', created: '2035-01-01T00:00:00Z' });
      await catalog.refresh();
      assert.deepEqual(idsOf(catalog), serverIds().slice(0, 100));
      assert.equal(catalog.find(first), undefined);
      assert.equal(catalog.images[0]?.id, 'new');
    });

    it('knows a list completely that it knew completely, however much it has grown', async () => {
      const catalog = await wholeList();
      for (let count = 0; count < 120; count++) {
        api.images(TENANT).add({ id: `new-${count}`, created: '2035-01-01T00:00:00Z' });
      }
      await catalog.refresh();
      assert.deepEqual(idsOf(catalog), serverIds());
      assert.deepEqual(catalog.completeness, { kind: 'complete' });
    });

    it('knows a short list completely after it', async () => {
      keepOnServer(5);
      const catalog = catalogOf();
      await catalog.loadMore();
      await idle(catalog);
      await catalog.refresh();
      await idle(catalog);
      assert.deepEqual(catalog.completeness, { kind: 'complete' });
      assert.deepEqual(idsOf(catalog), serverIds());
    });

    it('knows a list completely of which most is gone', async () => {
      const catalog = await wholeList();
      keepOnServer(3);
      await catalog.refresh();
      assert.deepEqual(idsOf(catalog), serverIds());
      assert.deepEqual(catalog.completeness, { kind: 'complete' });
    });

    it('waits between its pages when the server asks for it, and is said at once to be refused otherwise', async () => {
      for (const refreshing of ['refresh', 'update'] as const) {
        const catalog = await wholeList();
        const [gone = ''] = serverIds();
        api.images(TENANT).remove(gone);
        api.faults.add({ do: 'status', status: 429, retryAfter: 0, nth: 2, times: 1 });
        await (refreshing === 'refresh'
          ? catalog.refresh()
          : catalog.update({ deleted: 'remove', whole: true }));
        assert.deepEqual(idsOf(catalog), serverIds());
        api.faults.clear();
        api.clearRequests();
        api.faults.add({ do: 'status', status: 429, retryAfter: 60 });
        assert.equal((await apiFailure(catalog.refresh())).kind, 'rateLimited');
        assert.equal(api.requests.length, 1);
        api.faults.clear();
      }
    });

    it('keeps the old list when a page fails, and says so', async () => {
      api.faults.add({ do: 'capLimit', limit: 60, nextLinks: 'given' });
      const catalog = await started();
      while (catalog.images.length < 180) await catalog.loadMore();
      const [before, { revision, completeness }] = [idsOf(catalog), catalog];
      api.images(TENANT).remove(before[0] ?? '');
      api.faults.add({ do: 'status', status: 500, nth: 2 });
      const error = await apiFailure(catalog.refresh());
      assert.deepEqual(idsOf(catalog), before);
      assert.equal(catalog.revision, revision);
      assert.equal(catalog.completeness, completeness);
      assert.deepEqual(catalog.failure, { activity: 'refresh', error });
    });

    it('keeps the old list when it is called off, and closes the connection', async () => {
      const catalog = await started();
      const before = idsOf(catalog);
      api.images(TENANT).remove(before[0] ?? '');
      api.faults.add({ do: 'hang' });
      const controller = new AbortController();
      const refresh = catalog.refresh(controller.signal);
      await api.untilRequests((all) => all.length === 1);
      controller.abort();
      await assert.rejects(refresh, Canceled);
      await api.untilRequests((all) => all[0]?.outcome === 'abandoned');
      assert.deepEqual(idsOf(catalog), before);
      assert.equal(catalog.failure, undefined);
      assert.equal(catalog.activity, undefined);
    });

    it('takes the place of a page that is being loaded', async () => {
      const catalog = await started();
      const hang = api.faults.add({ do: 'hang' });
      const load = catalog.loadMore();
      await api.untilRequests((all) => all.length === 1);
      const refresh = catalog.refresh();
      await assert.rejects(load, Canceled);
      hang.remove();
      await refresh;
      await api.untilRequests((all) => all[0]?.outcome === 'abandoned');
      assert.deepEqual(idsOf(catalog), serverIds().slice(0, 100));
    });

    it('is started by it', async () => {
      const catalog = catalogOf();
      await catalog.refresh();
      assert.equal(catalog.started, true);
      assert.deepEqual(limits(), ['100']);
    });
  });

  describe('that is loaded whole', () => {
    beforeEach(() => {
      const images = api.images(TENANT);
      for (let count = 250; count < 2500; count++) {
        images.add({ id: `more-${count}`, created: '2014-01-01T00:00:00Z' });
      }
    });

    it('asks for pages of 100 where the server refuses more, and is kept up to date', async () => {
      api.faults.add({ do: 'status', status: 400, where: ({ query }) => Number(query.get('limit')) > 100 });
      const catalog = catalogOf();
      await catalog.loadAll(all());
      assert.deepEqual(idsOf(catalog), serverIds());
      for (const whole of [false, true]) {
        const [first = '', second = ''] = serverIds();
        api.images(TENANT).remove(first);
        api.images(TENANT).update(second, { name: 'renamed' });
        await catalog.update({ deleted: 'remove', whole });
        assert.deepEqual(idsOf(catalog), serverIds());
        assert.equal(catalog.find(second)?.name, 'renamed');
      }
    });

    it('is whole, and kept up to date, where the server refuses pages of more than 50', async () => {
      api.faults.add({ do: 'status', status: 400, where: ({ query }) => Number(query.get('limit')) > 50 });
      const catalog = catalogOf();
      await catalog.loadMore();
      assert.equal(catalog.images.length, 50);
      keepOnServer(150);
      await catalog.loadAll(all());
      assert.deepEqual(idsOf(catalog), serverIds());
      await catalog.refresh();
      assert.deepEqual(idsOf(catalog), serverIds());
    });

    it('asks for pages of 1000 and tells how far it is', async () => {
      const catalog = await started();
      const progress: (readonly unknown[])[] = [];
      await catalog.loadAll(all({ onProgress: (...told) => progress.push(told) }));
      assert.deepEqual(idsOf(catalog), serverIds());
      assert.deepEqual(catalog.completeness, { kind: 'complete' });
      assert.deepEqual(limits(), ['1000', '1000', '1000']);
      assert.deepEqual(progress, [[1100], [2100], [2500]]);
    });

    it('tells of a long list so seldom that listeners go through few rows for each image', async () => {
      api.faults.add({ do: 'capLimit', limit: 25 });
      const catalog = await started();
      let rows = 0;
      catalog.onDidChange(() => (rows += catalog.images.length));
      await catalog.loadAll(all());
      assert.equal(catalog.images.length, 2500);
      assert.ok(rows < 5 * 2500, `${rows} rows`);
    });

    it('has told of every image when it asks whether to go on', async () => {
      const catalog = await started();
      let told = 0;
      catalog.onDidChange(() => (told = catalog.images.length));
      const goOn = () => {
        assert.equal(told, catalog.images.length);
        return Promise.resolve(true);
      };
      await catalog.loadAll(all({ askEvery: 100, goOn }));
      assert.equal(told, 2500);
    });

    it('asks for nothing when it is whole', async () => {
      const catalog = await started();
      await catalog.loadAll(all());
      api.clearRequests();
      await catalog.loadAll(all());
      assert.equal(api.requests.length, 0);
    });

    it('keeps what it has when it is called off', async () => {
      const catalog = await started();
      const controller = new AbortController();
      api.faults.add({ do: 'hang', nth: 2 });
      const work = catalog.loadAll(all({ signal: controller.signal }));
      await api.untilRequests((requests) => requests.length === 2);
      controller.abort();
      await assert.rejects(work, Canceled);
      await api.untilRequests((requests) => requests[1]?.outcome === 'abandoned');
      assert.deepEqual(idsOf(catalog), serverIds().slice(0, 1100));
      assert.equal(catalog.failure, undefined);
      api.faults.clear();
      await catalog.loadAll(all());
      assert.deepEqual(idsOf(catalog), serverIds());
    });

    it('keeps what it has when a page fails', async () => {
      const catalog = await started();
      api.faults.add({ do: 'status', status: 500, nth: 2 });
      const error = await apiFailure(catalog.loadAll(all()));
      assert.equal(catalog.images.length, 1100);
      assert.deepEqual(catalog.failure, { activity: 'loadAll', error });
    });

    it('asks whether to go on whenever so many more are loaded, and stops at a no', async () => {
      const catalog = await started();
      const asked: number[] = [];
      const answers = [true, false];
      const goOn = (loaded: number) => {
        asked.push(loaded);
        return Promise.resolve(answers.shift() ?? true);
      };
      await catalog.loadAll(all({ askEvery: 1000, goOn }));
      assert.deepEqual(asked, [1100, 2100]);
      assert.equal(catalog.images.length, 2100);
      assert.equal(catalog.failure, undefined);
      assert.equal(catalog.hasMore, true);
    });

    it('loads no more images than are wanted', async () => {
      const catalog = await started();
      const goOn = () => Promise.resolve(false);
      await catalog.loadAll(all({ askEvery: 1000, most: 1000, goOn }));
      assert.deepEqual(idsOf(catalog), serverIds().slice(0, 1000));
      assert.deepEqual(limits(), ['900']);
    });

    it('does not ask when the end is reached', async () => {
      const catalog = await started();
      await catalog.loadAll(all({ askEvery: 2500, goOn: () => Promise.reject(new Error('was asked')) }));
      assert.equal(catalog.images.length, 2500);
    });

    it('waits when the server asks for it, and goes on', async () => {
      const catalog = await started();
      api.faults.add({ do: 'status', status: 429, retryAfter: 1, nth: 2, times: 1 });
      const progress: (readonly unknown[])[] = [];
      await catalog.loadAll(all({ onProgress: (...told) => progress.push(told) }));
      assert.deepEqual(idsOf(catalog), serverIds());
      assert.deepEqual(progress, [[1100], [1100, 1], [2100], [2500]]);
      const [, refused, again] = api.requests;
      assert.ok((again?.at ?? 0) - (refused?.at ?? 0) >= 990);
      assert.equal(catalog.failure, undefined);
    });

    it('gives up when the server goes on asking for it', async () => {
      const catalog = await started();
      api.faults.add({ do: 'status', status: 413, retryAfter: 0 });
      assert.equal((await apiFailure(catalog.loadAll(all()))).kind, 'rateLimited');
      assert.equal(catalog.images.length, 100);
      assert.ok(api.requests.length < 10);
    });

    it('can be called off while it waits', async () => {
      const catalog = await started();
      api.faults.add({ do: 'status', status: 429, retryAfter: 60 });
      const controller = new AbortController();
      const onProgress = (_: number, pause?: number) => {
        if (pause === 60) controller.abort();
      };
      await assert.rejects(catalog.loadAll(all({ signal: controller.signal, onProgress })), Canceled);
      assert.equal(catalog.activity, undefined);
      assert.equal(catalog.images.length, 100);
    });

    it('is whole on a server that caps the limit', async () => {
      api.faults.add({ do: 'capLimit', limit: 300 });
      const catalog = await started();
      await catalog.loadAll(all());
      assert.deepEqual(idsOf(catalog), serverIds());
      assert.deepEqual(catalog.completeness, { kind: 'complete' });
    });

    it('ends on a server that repeats itself', async () => {
      const catalog = await started();
      api.faults.add({ do: 'repeatPage', nth: 2 });
      await catalog.loadAll(all());
      assert.equal(catalog.images.length, 1100);
      assert.equal(catalog.completeness.kind, 'incomplete');
    });
  });

  describe('that is given the images of an earlier time', () => {
    const cached = async (): Promise<CachedImages> => {
      const { images, completeness } = await wholeList();
      return { images: [...images], completeness, asOf: 1000, listedAt: 900 };
    };

    it('shows them without a request', async () => {
      const earlier = await cached();
      const catalog = catalogOf();
      catalog.restore(earlier);
      await catalog.ensureStarted();
      assert.equal(catalog.restored, true);
      assert.deepEqual(idsOf(catalog), serverIds());
      assert.equal(catalog.hasMore, false);
      assert.equal(catalog.asOf, 1000);
      assert.equal(api.requests.length, 0);
    });

    it('takes them for its own again once the server has answered', async () => {
      const earlier = await cached();
      const catalog = catalogOf();
      catalog.restore(earlier);
      const [gone = ''] = serverIds();
      api.images(TENANT).remove(gone);
      await catalog.refresh();
      assert.equal(catalog.restored, false);
      assert.deepEqual(idsOf(catalog), serverIds());
      assert.ok((catalog.asOf ?? 0) > 1000);
    });

    it('does not want them once it has its own', async () => {
      const earlier = await cached();
      const catalog = await started();
      catalog.restore(earlier);
      assert.equal(catalog.restored, false);
      assert.equal(catalog.images.length, 100);
    });
  });

  it('tells no token, whatever failed', async () => {
    const catalog = await started();
    for (const status of [400, 401, 403, 429, 500, 503]) {
      api.faults.clear();
      api.faults.add({ do: 'status', status, message: `${TOKEN} is no good, ${TOKEN}` });
      await apiFailure(catalog.loadMore());
      assert.ok(!everythingIn(catalog.failure).includes(TOKEN.slice(0, 20)));
    }
  });
});

function all(options: Partial<LoadAllOptions> = {}): LoadAllOptions {
  return {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    goOn: () => Promise.resolve(true),
    askEvery: 20_000,
    ...options,
  };
}
