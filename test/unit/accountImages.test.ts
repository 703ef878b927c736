import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Canceled } from '../../src/base/canceled';
import { parseImage } from '../../src/api/images/compute/parseImage';
import type { Criterion } from '../../src/catalog/filter/criterion';
import { GROUPINGS } from '../../src/catalog/grouping';
import { SORT_KEYS } from '../../src/catalog/sorting';
import type { AccountImages } from '../../src/session/accountImages';
import { RELIST_EVERY_MS } from '../../src/session/listAge';
import type { ViewOptions } from '../../src/session/viewOptions';
import { CatalogCache } from '../../src/session/catalogCache';
import {
  documentedTenantId,
  startServer,
  type ImageRecord,
  type Server,
  type TenantSpec,
} from '../server/index';
import { until } from '../hosts/until';
import { apiFailure } from './apiFailure';
import { imageSource, TOKEN } from './imageSource';
import { PLAIN_VIEW, plainImages } from './plainImages';

const TENANT = documentedTenantId;
const filtered = (...criteria: readonly Criterion[]) => ({ filter: { criteria } });

describe("an account's images", () => {
  let api: Server;
  let folder: string;
  const opened: AccountImages[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conoha-images-'));
  });
  afterEach(async () => {
    for (const images of opened.splice(0)) images.dispose();
    await api.close();
    await rm(folder, { recursive: true });
  });

  const serve = async (images: TenantSpec['images']) => {
    api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images }] });
  };
  const cacheKey = () => ({ accountId: 'one', base: api.endpoint(TENANT), tenant: TENANT });
  const open = (view: Partial<ViewOptions> = {}, pageSize = 100) => {
    const cache = new CatalogCache(folder);
    const key = cacheKey();
    const images = plainImages(imageSource(api.endpoint(TENANT)), {
      cached: { read: () => cache.read(key, parseImage), write: (list) => cache.write(key, list) },
      view: { ...PLAIN_VIEW, ...view },
      pageSize: () => pageSize,
    });
    opened.push(images);
    return images;
  };
  const started = async (view?: Partial<ViewOptions>, pageSize?: number) => {
    const images = open(view, pageSize);
    await images.ensureStarted();
    return images;
  };
  /** Everything loaded, and the log empty. */
  const loaded = async () => {
    const images = await started();
    while (images.catalog.hasMore) await images.catalog.loadMore();
    api.clearRequests();
    return images;
  };
  const serverImages = () => api.images(TENANT).list();
  const idsOf = (images: readonly { readonly id: string }[]) => images.map(({ id }) => id);

  describe('as documented', () => {
    beforeEach(() => serve('documented'));

    it('are shown after one request, and one more confirms that there are no others', async () => {
      const images = await started();
      assert.equal(images.shown.length, 5);
      await api.untilRequests((all) => all.length === 2 && all[1]?.outcome === 'answered');
      await images.catalog.loadMore();
      assert.equal(images.catalog.hasMore, false);
      assert.equal(api.requests.length, 2);
    });

    it('are five ACTIVE ones', async () => {
      const images = await started();
      assert.deepEqual(
        images.groups.map((group) => [group.value, group.images.length]),
        [['ACTIVE', 5]],
      );
    });

    it('have three apps, and two have none', async () => {
      const images = await started({ grouping: 'app' });
      assert.deepEqual(
        images.groups.map((group) => [group.value, group.images.length]),
        [
          ['GitLab 7.9.1', 1],
          ['LAMP(PHP) latest', 1],
          ['Ruby on Rails 4.2', 1],
          ['', 2],
        ],
      );
    });
  });

  describe('of a large account', () => {
    beforeEach(() => serve(220));

    it('are not asked for until they are wanted', () => {
      const images = open();
      assert.deepEqual(images.groups, []);
      assert.deepEqual(images.shown, []);
      assert.equal(api.requests.length, 0);
    });

    it('are shown after one request of one page', async () => {
      const images = await started();
      assert.deepEqual(idsOf(images.shown), idsOf(serverImages()).slice(0, 100));
      await Promise.all([images.ensureStarted(), images.ensureStarted()]);
      assert.deepEqual(
        api.requests.map(({ query }) => query.get('limit')),
        ['100'],
      );
    });

    it('are asked for once by all who want them first', async () => {
      const images = open();
      await Promise.all([images.ensureStarted(), images.ensureStarted(), images.ensureStarted()]);
      assert.equal(api.requests.length, 1);
    });

    it('are grouped, sorted and filtered here without a request, and each is in just one group', async () => {
      const images = await loaded();
      const all = idsOf(serverImages()).sort();
      for (const grouping of GROUPINGS) {
        images.show({ grouping });
        assert.deepEqual(images.groups.flatMap((group) => idsOf(group.images)).sort(), all, grouping);
      }
      for (const key of SORT_KEYS) images.show({ sorting: { key, descending: true } });
      assert.deepEqual(idsOf(images.shown).sort(), all);
      const local: readonly Criterion[] = [
        { kind: 'nameContains', text: 'ubuntu' },
        { kind: 'namePattern', pattern: '/^vmi-/' },
        { kind: 'status', values: ['SAVING'] },
        { kind: 'os', values: ['Windows'] },
        { kind: 'ownership', values: ['own'] },
        { kind: 'size', min: 1 },
      ];
      for (const criterion of local) {
        images.show(filtered(criterion));
        await images.ensureStarted();
        assert.equal(images.filtered, true);
        assert.ok(images.shown.length < 220 || criterion.kind === 'size', criterion.kind);
      }
      assert.equal(api.requests.length, 0);
    });

    it('have every image that the server shows as SAVING, though its own filter misses some', async () => {
      const images = await loaded();
      images.show(filtered({ kind: 'status', values: ['SAVING'] }));
      const saving = serverImages().filter(({ status }) => status === 'queued' || status === 'saving');
      assert.ok(saving.some(({ status }) => status === 'queued'));
      assert.deepEqual(idsOf(images.shown), idsOf(saving));
    });

    it('are asked for anew when the server has to filter, by one request of one page', async () => {
      const images = await loaded();
      const before = images.catalog;
      images.show(filtered({ kind: 'status', values: ['ACTIVE'] }));
      assert.notEqual(images.catalog, before);
      assert.deepEqual(images.shown, []);
      assert.equal(api.requests.length, 0);
      await images.ensureStarted();
      assert.deepEqual(
        api.requests.map(({ query }) => [query.get('status'), query.get('limit')]),
        [['ACTIVE', '100']],
      );
      assert.equal(images.shown.length, 100);
    });

    it('are checked here when the server ignores what it was asked to filter', async () => {
      api.faults.add({ do: 'ignore', parameters: ['name', 'status', 'changes-since', 'type'] });
      const [first, second] = serverImages();
      api.images(TENANT).update(second?.id ?? '', { updated: '2039-01-01T00:00:00Z' });
      const name = first?.name ?? '';
      const cases: readonly (readonly [Criterion, (image: ImageRecord) => boolean])[] = [
        [{ kind: 'name', value: name }, (image) => image.name === name],
        [{ kind: 'status', values: ['ACTIVE'] }, (image) => image.status === 'active'],
        [{ kind: 'changedSince', value: '2038-12-31' }, (image) => image.id === second?.id],
      ];
      for (const [criterion, expected] of cases) {
        const images = await started(filtered(criterion), 1000);
        assert.deepEqual(idsOf(images.shown), idsOf(serverImages().filter(expected)), criterion.kind);
      }
    });

    it('of a query that is given up never get among those of the next', async () => {
      const images = open();
      const hang = api.faults.add({ do: 'hang', times: 1 });
      const first = images.ensureStarted();
      await api.untilRequests((all) => all.length === 1);
      const [wanted] = serverImages();
      images.show(filtered({ kind: 'name', value: wanted?.name ?? '' }));
      hang.remove();
      await assert.rejects(first, Canceled);
      await images.ensureStarted();
      await api.untilRequests((all) => all[0]?.outcome === 'abandoned');
      assert.deepEqual(idsOf(images.catalog.images), [wanted?.id]);
    });

    it('tell whether their rows or only their state has changed', async () => {
      const images = open();
      const changes: string[] = [];
      images.onDidChange((change) => {
        changes.push(change);
        assert.ok(images.groups);
      });
      assert.ok(images.groups);
      await images.ensureStarted();
      assert.deepEqual(changes, ['state', 'images']);
      changes.length = 0;
      api.faults.add({ do: 'status', status: 500 });
      await apiFailure(images.catalog.loadMore());
      assert.deepEqual(changes, ['state', 'state']);
    });

    it('are the same arrays until something changes', async () => {
      const images = await started();
      const { groups, shown } = images;
      assert.equal(images.groups, groups);
      assert.equal(images.shown, shown);
      await images.catalog.loadMore();
      assert.notEqual(images.groups, groups);
      assert.equal(images.shown.length, 200);
    });

    it('can be had one by one, loaded or not, several callers sharing a request', async () => {
      const images = open();
      const last = serverImages().at(-1)?.id ?? '';
      const [a, b] = await Promise.all([images.fetch(last), images.fetch(last)]);
      assert.equal(a, b);
      assert.equal(a.id, last);
      assert.equal(api.requests.length, 1);
      await images.fetch(last);
      assert.equal(api.requests.length, 2);
    });

    it('can be had again after that failed', async () => {
      const images = open();
      const id = serverImages()[0]?.id ?? '';
      api.faults.add({ do: 'status', status: 500, on: 'image', times: 1 });
      await apiFailure(images.fetch(id));
      assert.equal((await images.fetch(id)).id, id);
    });

    it('that are closed close their connections and ask for nothing any more', async () => {
      const images = open();
      api.faults.add({ do: 'hang', on: 'any' });
      const works = [images.ensureStarted(), images.fetch('some-id')];
      await api.untilRequests((all) => all.length === 2);
      images.dispose();
      await Promise.all(works.map((work) => assert.rejects(work, Canceled)));
      await api.untilRequests((all) => all.every(({ outcome }) => outcome === 'abandoned'));
      await assert.rejects(images.ensureStarted(), Canceled);
      await assert.rejects(images.fetch('some-id'), Canceled);
      assert.equal(api.requests.length, 2);
    });

    it('that are closed while they are being opened ask for nothing', async () => {
      const images = open();
      const work = images.ensureStarted();
      images.dispose();
      await assert.rejects(work, Canceled);
      assert.equal(api.requests.length, 0);
    });
  });

  it('are cached as they grow while all are loaded, which may be cut short', async () => {
    await serve(5000);
    const images = await started();
    const cachedList = (more: number) =>
      until(async () => {
        const list = await new CatalogCache(folder).read(cacheKey(), parseImage);
        return list !== undefined && list.images.length >= more && list;
      }, `a cached list of ${more} images or more`);
    // What the first page has left to be done is done: all that is cached from now on is cached while loading.
    assert.equal((await cachedList(100)).images.length, 100);
    api.faults.add({ do: 'hang', nth: 4 });
    const controller = new AbortController();
    const loading = images.catalog.loadAll({
      signal: controller.signal,
      onProgress: () => undefined,
      goOn: () => Promise.resolve(true),
      askEvery: Infinity,
    });
    const list = await cachedList(2100);
    assert.equal(images.catalog.activity, 'loadAll');
    assert.deepEqual(idsOf(list.images), idsOf(serverImages()).slice(0, list.images.length));
    assert.deepEqual(list.completeness, { kind: 'more' });
    controller.abort();
    await assert.rejects(loading, Canceled);
  });

  it('are saved once what is being written is written', async () => {
    await serve(5);
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const events: string[] = [];
    const images = plainImages(imageSource(api.endpoint(TENANT)), {
      cached: {
        read: () => Promise.resolve(undefined),
        write: async () => {
          events.push('writing');
          await finished;
          events.push('written');
        },
      },
    });
    opened.push(images);
    await images.ensureStarted();
    await until(() => events.length > 0, 'the list being written');
    const saving = images.save().then(() => events.push('saved'));
    await new Promise((resolve) => setImmediate(resolve));
    events.push('nearly written');
    finish();
    await saving;
    assert.deepEqual(events, ['writing', 'nearly written', 'written', 'saved']);
  });

  describe('that were cached the last time', () => {
    beforeEach(() => serve(220));

    const keep = async (age = 0) => {
      const { catalog } = await loaded();
      const { images, query, completeness } = catalog;
      const at = Date.now() - age;
      await new CatalogCache(folder).write(cacheKey(), {
        images,
        query,
        completeness,
        asOf: at,
        listedAt: at,
      });
      for (const account of opened.splice(0)) account.dispose();
    };
    const settled = async (images: AccountImages) => {
      if (images.catalog.activity === undefined) return;
      await new Promise<void>((resolve) => {
        images.onDidChange(() => {
          if (images.catalog.activity === undefined) resolve();
        });
      });
    };

    it('are shown at once, while the server is still being asked', async () => {
      await keep();
      api.faults.add({ do: 'hang' });
      const images = await started();
      assert.equal(images.shown.length, 220);
      assert.equal(images.catalog.restored, true);
    });

    it('are those of a moment ago when the editor was closed then', async () => {
      const before = await loaded();
      api.images(TENANT).add({ id: 'new' });
      await before.bringUpToDate();
      await before.save();
      before.dispose();
      api.faults.add({ do: 'hang' });
      assert.deepEqual(idsOf((await started()).shown).sort(), idsOf(serverImages()).sort());
    });

    it('are brought up to date by asking for what has changed', async () => {
      await keep();
      api.images(TENANT).add({ id: 'new' });
      const images = await started();
      await settled(images);
      assert.equal(images.catalog.restored, false);
      assert.deepEqual(idsOf(images.shown).sort(), idsOf(serverImages()).sort());
      assert.ok(api.requests.every(({ query }) => query.get('changes-since') !== null));
    });

    it('are listed again when that was long ago', async () => {
      await keep(2 * RELIST_EVERY_MS);
      api.deletedImages = 'omitted';
      const [gone] = serverImages();
      api.images(TENANT).remove(gone?.id ?? '');
      const images = await started();
      await api.untilRequests((all) => all.some(({ query }) => query.get('changes-since') === null));
      await settled(images);
      assert.deepEqual(idsOf(images.shown), idsOf(serverImages()));
    });

    it('are not known to be all while they are being brought up to date, nor when that fails', async () => {
      const before = await started();
      while (before.catalog.hasMore) await before.catalog.loadMore();
      assert.equal(before.isWhole, true);
      await keep();
      api.faults.add({ do: 'status', status: 500 });
      const images = await started();
      assert.equal(images.isWhole, false);
      await settled(images);
      assert.equal(images.catalog.isComplete, true);
      assert.equal(images.isWhole, false);
    });

    it('are left when another query is asked', async () => {
      await keep();
      const images = await started(filtered({ kind: 'status', values: ['ACTIVE'] }));
      while (images.catalog.hasMore) await images.catalog.loadMore();
      assert.equal(images.catalog.isComplete, true);
      assert.equal(images.isWhole, false, 'those of the other statuses are not there');
      assert.equal(images.catalog.restored, false);
      assert.equal(api.requests[0]?.query.get('status'), 'ACTIVE');
    });
  });
});
