import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { GlanceOptions } from '../../src/api/images/glance/glanceImages';
import type { PageRequest, ServerQuery } from '../../src/api/images/imageSource';
import { Catalog } from '../../src/catalog/catalog';
import { startServer, type Server } from '../server/index';
import { apiFailure } from './apiFailure';
import { imageServiceSource, onePage, TOKEN } from './imageSource';
import { rethrow } from './rethrow';

const TENANT = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const NEVER = new AbortController().signal;

type Asked = Partial<PageRequest> & { readonly query?: ServerQuery };

describe('images of an image service', () => {
  let api: Server;
  beforeEach(async () => {
    api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images: 30 }] });
  });
  afterEach(() => api.close());

  const source = (options: Partial<GlanceOptions> = {}, base = api.imageEndpoint(TENANT)) =>
    imageServiceSource(base, { project: TENANT, ...options });
  const page = (request: Asked = {}) => onePage(source(), { limit: 10, ...request });
  const asked = async (request: Asked) => {
    await page(request);
    return Object.fromEntries(api.requests.at(-1)?.query ?? []);
  };
  const idsOf = async (request: Asked) => (await page(request)).images.map(({ id }) => id);
  const catalogOf = (query: ServerQuery = {}, pageSize = 100) =>
    new Catalog(source(), query, () => pageSize, rethrow);

  describe('are asked for', () => {
    it('with the limit alone on the first page, and with the marker on the others', async () => {
      assert.deepEqual(await asked({ limit: 7 }), { limit: '7' });
      const marker = api.images(TENANT).list()[3]?.id ?? '';
      assert.deepEqual(await asked({ limit: 7, marker }), { limit: '7', marker });
    });

    it('for no more than it gives at once', async () => {
      assert.deepEqual(await asked({ limit: 5000 }), { limit: '1000' });
    });

    it('by every part of a query, in words that it knows', async () => {
      const { id } = api.images(TENANT).add({
        name: 'Webサーバー & "a b"+c/%?#=é',
        tags: ['app_version=1.0=beta', 'other'],
        visibility: 'private',
        diskFormat: 'raw',
        metadata: { image_type: 'snapshot' },
      });
      const query: Required<ServerQuery> = {
        name: 'Webサーバー & "a b"+c/%?#=é',
        status: 'ACTIVE',
        type: 'snapshot',
        changesSince: Date.UTC(2026, 0, 2, 3, 4, 5, 999),
        visibility: 'private',
        owner: TENANT,
        tag: 'app_version=1.0=beta',
        diskFormat: 'raw',
        scope: 'all',
      };
      assert.deepEqual(await idsOf({ query }), [id]);
      assert.deepEqual(await asked({ query }), {
        limit: '10',
        name: query.name,
        status: 'active',
        image_type: 'snapshot',
        updated_at: 'gte:2026-01-02T03:04:05Z',
        visibility: 'private',
        owner: TENANT,
        tag: query.tag,
        disk_format: 'raw',
        member_status: 'all',
      });
    });

    it('by names with a colon, before which an operator may stand', async () => {
      const foo = api.images(TENANT).add({ name: 'foo' });
      const odd = api.images(TENANT).add({ name: 'in:foo' });
      const other = api.images(TENANT).add({ name: 'a:b' });
      assert.deepEqual(await idsOf({ query: { name: 'in:foo' } }), [odd.id]);
      assert.deepEqual(await idsOf({ query: { name: 'a:b' } }), [other.id]);
      assert.deepEqual(await idsOf({ query: { name: 'x:y' } }), []);
      assert.deepEqual(await idsOf({ query: { name: 'foo' } }), [foo.id]);
    });

    it('one by one by their ids', async () => {
      const { id } = api.images(TENANT).add({ name: 'one', hidden: true });
      assert.equal((await source().image(id, NEVER)).name, 'one');
      for (const none of ['nonsense', 'total', '..']) {
        assert.equal((await apiFailure(source().image(none, NEVER))).kind, 'notFound', none);
      }
      assert.equal(api.requests.at(-1)?.path, '/image/v2/images/nonsense');
    });
  });

  describe('come to an end', () => {
    it('where no next page is announced, without another request', async () => {
      const catalog = catalogOf();
      await catalog.loadMore();
      assert.deepEqual(catalog.completeness, { kind: 'complete' });
      assert.equal(catalog.activity, undefined);
      assert.equal(api.requests.length, 1);
    });

    it('only there, however short a page is', async () => {
      api.faults.add({ do: 'capLimit', limit: 7, nextLinks: 'given' });
      const catalog = catalogOf();
      await catalog.loadMore();
      assert.equal(catalog.images.length, 7);
      assert.deepEqual(catalog.completeness, { kind: 'more' });
      while (catalog.hasMore) await catalog.loadMore();
      const listed = api
        .images(TENANT)
        .list()
        .filter(({ status }) => status !== 'killed');
      assert.deepEqual(
        catalog.images.map(({ id }) => id),
        listed.map(({ id }) => id),
      );
    });

    it('behind a full page that announces none, after one more request', async () => {
      api.faults.add({ do: 'nextLinks', as: 'missing' });
      assert.equal((await page({ limit: 10 })).end, 'unconfirmed');
    });

    it('where a server sends the same page over and over', async () => {
      api.faults.add({ do: 'repeatPage' });
      const catalog = catalogOf({}, 10);
      await catalog.loadMore();
      await catalog.loadMore();
      assert.deepEqual(catalog.completeness, { kind: 'incomplete', reason: 'repeatedPage' });
    });

    it('where it does so and announces no next page: one of just the size asked for may be a piece', async () => {
      api.faults.add({ do: 'repeatPage' });
      api.faults.add({ do: 'nextLinks', as: 'missing' });
      const catalog = catalogOf({}, 10);
      await catalog.loadMore();
      await catalog.loadMore();
      assert.deepEqual(catalog.completeness, { kind: 'incomplete', reason: 'repeatedPage' });
    });
  });

  describe('are followed', () => {
    const loaded = async () => {
      const catalog = catalogOf();
      await catalog.loadMore();
      api.clearRequests();
      return catalog;
    };
    const questions = () => api.requests.map(({ query }) => query.has('updated_at'));

    it('by what has changed', async () => {
      const catalog = await loaded();
      const [first] = catalog.images;
      api.images(TENANT).update(first?.id ?? '', { name: 'renamed' });
      const { id } = api.images(TENANT).add({ name: 'new' });
      await catalog.update({ deleted: 'remove' });
      assert.equal(catalog.find(first?.id ?? '')?.name, 'renamed');
      assert.equal(catalog.images[0]?.id, id);
      assert.deepEqual(questions(), [true]);
    });

    it('by the whole list where the server says that not even the newest change is there', async () => {
      const { id } = api.images(TENANT).add({ name: 'newest' });
      const catalog = await loaded();
      assert.ok(catalog.find(id));
      api.images(TENANT).remove(id);
      await catalog.update({ deleted: 'remove' });
      assert.equal(catalog.find(id), undefined);
      assert.deepEqual(questions(), [true, false]);
    });

    it('by the whole list alone, once the server has said so twice in a row', async () => {
      const catalog = await loaded();
      api.faults.add({
        do: 'wrongShape',
        body: { images: [], schema: '/v2/schemas/images' },
        where: ({ query }) => query.has('updated_at'),
      });
      for (let times = 0; times < 4; times++) await catalog.update({ deleted: 'remove' });
      assert.deepEqual(questions(), [true, false, true, false, false, false]);
    });

    it('without anything to show where only the order of tags differs', async () => {
      for (const name of ['a', 'b']) api.images(TENANT).add({ name, tags: ['x', 'y', 'z'] });
      const catalog = await loaded();
      const { revision, images } = catalog;
      const before = [...images];
      await catalog.refresh();
      await catalog.update({ deleted: 'remove' });
      assert.equal(catalog.revision, revision);
      assert.ok(catalog.images.every((image, at) => image === before[at]));
      api.images(TENANT).update(before[0]?.id ?? '', { tags: ['x', 'y'] });
      await catalog.refresh();
      assert.notEqual(catalog.revision, revision);
    });
  });

  describe('are refused', () => {
    it('as no images by Compute, which answers the same path, and by what is above a version', async () => {
      for (const base of [
        `${api.origin}/v2`,
        `${api.origin}/v2.1`,
        `${api.origin}/image`,
        `${api.origin}/image/v1`,
      ]) {
        assert.equal((await apiFailure(onePage(source({}, base), { limit: 1 }))).kind, 'notImages', base);
      }
      const [first] = api.images(TENANT).list();
      const compute = source({}, api.endpoint(TENANT));
      assert.equal((await apiFailure(compute.image(first?.id ?? '', NEVER))).kind, 'notImages');
    });

    it('with the word that it is an image service, which may only be cut off from the identity service', async () => {
      api.faults.add({ do: 'unauthorized', as: 'glance' });
      const { kind, details } = await apiFailure(page());
      assert.deepEqual([kind, details.service, details.requestId], ['unauthorized', 'image', undefined]);
    });

    it('in plain words', async () => {
      api.faults.add({ do: 'status', status: 500, message: 'broken' });
      const { kind, details } = await apiFailure(page());
      assert.deepEqual([kind, details.serverMessage], ['server', 'broken']);
      assert.equal(details.requestId, api.requests[0]?.requestId);
    });
  });

  it('are never asked for at an address that an answer names', async () => {
    for (const to of ['none', 'internal', 'otherPort'] as const) {
      const wrong = api.faults.add({ do: 'wrongLinks', to });
      const first = await page();
      assert.equal(first.end, 'more');
      assert.equal((await page({ marker: first.images.at(-1)?.id })).images.length, 10);
      wrong.remove();
    }
    assert.ok(api.requests.every(({ path }) => path === '/image/v2/images'));
  });

  it('of whatever oddity are read, each for itself', async () => {
    api.faults.add({ do: 'oddImages' });
    assert.equal((await page({ limit: 30 })).images.length, 30);
  });
});
