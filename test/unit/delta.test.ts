import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ComputeImages } from '../../src/api/images/compute/computeImages';
import type { ServerQuery } from '../../src/api/images/imageSource';
import { Catalog } from '../../src/catalog/catalog';
import { startServer, type Server } from '../server/index';
import { rethrow } from './rethrow';

const TENANT = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const TOKEN = '5ec2e7';
const HOUR_MS = 3_600_000;

/** Images an hour apart, the newest first in the server's order: `img-0`, `img-1`, … */
function specs(count: number, newest: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: `img-${String(index)}`,
    name: `image ${String(index)}`,
    created: `${new Date(newest - (index + 1) * HOUR_MS).toISOString().slice(0, 19)}Z`,
  }));
}

describe('an update of the catalogue', () => {
  let api: Server;
  beforeEach(async () => {
    api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images: specs(30, Date.now()) }] });
  });
  afterEach(() => api.close());

  const catalogOf = (query: ServerQuery = {}, pageSize = 100) =>
    new Catalog(
      new ComputeImages({
        base: api.endpoint(TENANT),
        tokens: { token: () => Promise.resolve(TOKEN), replacement: () => Promise.resolve(undefined) },
        timeout: () => 10,
        log: () => undefined,
      }),
      query,
      () => pageSize,
      rethrow,
    );
  const loaded = async (query?: ServerQuery, pageSize?: number) => {
    const catalog = catalogOf(query, pageSize);
    await catalog.loadMore();
    if (pageSize === undefined) await api.untilRequests((requests) => requests.length === 2);
    await catalog.loadMore();
    api.clearRequests();
    return catalog;
  };
  const serverIds = () =>
    api
      .images(TENANT)
      .list()
      .map(({ id }) => id);
  const idsOf = (catalog: Catalog) => catalog.images.map(({ id }) => id);

  it('asks only for what has changed since the newest change seen, and changes nothing when there is none', async () => {
    const catalog = await loaded();
    const { revision, images } = catalog;
    await catalog.update({ deleted: 'remove' });
    // One request: a page shorter than one that the server has sent before is no cap, but all there is.
    assert.deepEqual(
      api.requests.map(({ query, rows }) => [query.has('changes-since'), (rows ?? 0) <= 1]),
      [[true, true]],
    );
    assert.equal(catalog.revision, revision);
    assert.equal(catalog.images, images);
  });

  it('has every change on a server that caps the limit', async () => {
    api.faults.add({ do: 'capLimit', limit: 3, nextLinks: 'missing' });
    const catalog = await loaded();
    while (catalog.hasMore) await catalog.loadMore();
    for (const id of ['img-2', 'img-4', 'img-8', 'img-16']) {
      api.images(TENANT).update(id, { name: 'renamed' });
    }
    await catalog.update({ deleted: 'remove' });
    assert.equal(catalog.images.filter(({ name }) => name === 'renamed').length, 4);
  });

  it('puts new images where the server lists them', async () => {
    const catalog = await loaded();
    api.images(TENANT).add({ id: 'new', name: '新しいイメージ' });
    await catalog.update({ deleted: 'remove' });
    assert.deepEqual(idsOf(catalog), serverIds());
    assert.equal(catalog.find('new')?.name, '新しいイメージ');
  });

  it('changes changed images where they stand', async () => {
    const catalog = await loaded();
    api.images(TENANT).update('img-7', { name: 'renamed' });
    await catalog.update({ deleted: 'remove' });
    assert.deepEqual(idsOf(catalog), serverIds());
    assert.equal(catalog.find('img-7')?.name, 'renamed');
  });

  it('takes images away that the server reports as deleted, or keeps them with that status', async () => {
    const [removing, keeping] = [await loaded(), await loaded()];
    api.images(TENANT).remove('img-3');
    await removing.update({ deleted: 'remove' });
    await keeping.update({ deleted: 'keep' });
    assert.equal(removing.find('img-3'), undefined);
    assert.equal(removing.images.length, 29);
    assert.equal(keeping.find('img-3')?.status, 'DELETED');
    assert.equal(keeping.images.length, 30);
  });

  it('keeps what was reported as deleted when the list is asked for again by itself, but not by choice', async () => {
    const catalog = await loaded();
    api.images(TENANT).remove('img-3');
    await catalog.update({ deleted: 'keep' });
    const before = idsOf(catalog);
    await catalog.update({ deleted: 'keep', whole: true });
    assert.deepEqual(idsOf(catalog), before);
    assert.equal(catalog.find('img-3')?.status, 'DELETED');
    await catalog.refresh();
    assert.deepEqual(idsOf(catalog), serverIds());
  });

  it('notices what is not reported when the whole list is asked for', async () => {
    const catalog = await loaded();
    api.deletedImages = 'omitted';
    api.images(TENANT).remove('img-3');
    await catalog.update({ deleted: 'remove' });
    assert.ok(catalog.find('img-3'));
    await catalog.update({ deleted: 'remove', whole: true });
    assert.deepEqual(idsOf(catalog), serverIds());
  });

  it('hears of changes although an image bears a time that has not come yet', async () => {
    const future = `${new Date(Date.now() + HOUR_MS).toISOString().slice(0, 19)}Z`;
    api.images(TENANT).update('img-1', { updated: future });
    const catalog = await loaded();
    api.images(TENANT).update('img-7', { name: 'renamed' });
    await catalog.update({ deleted: 'remove' });
    assert.equal(catalog.find('img-7')?.name, 'renamed');
    api.images(TENANT).update('img-8', { name: 'renamed too' });
    await catalog.update({ deleted: 'remove' });
    assert.equal(catalog.find('img-8')?.name, 'renamed too');
  });

  it('leaves out an image that the query no longer means', async () => {
    const catalog = await loaded({ status: 'ACTIVE' });
    api.images(TENANT).setStatus('img-4', 'killed');
    await catalog.update({ deleted: 'remove' });
    assert.equal(catalog.find('img-4'), undefined);
    assert.equal(catalog.images.length, 29);
  });

  it('leaves a changed image beyond the loaded part to its page', async () => {
    const catalog = await loaded({}, 5);
    assert.equal(catalog.images.length, 10);
    api.images(TENANT).update('img-20', { name: 'renamed' });
    await catalog.update({ deleted: 'remove' });
    assert.deepEqual(idsOf(catalog), serverIds().slice(0, 10));
    while (catalog.hasMore) await catalog.loadMore();
    assert.deepEqual(idsOf(catalog), serverIds());
    assert.equal(catalog.find('img-20')?.name, 'renamed');
  });

  it('lists again where the server ignores changes-since, and does not ask that again', async () => {
    const catalog = await loaded();
    api.faults.add({ do: 'ignore', parameters: ['changes-since'] });
    for (const gone of ['img-3', 'img-4']) {
      api.images(TENANT).remove(gone);
      await catalog.update({ deleted: 'remove' });
      assert.deepEqual(idsOf(catalog), serverIds());
    }
    const asked = api.requests.filter(({ query }) => query.get('changes-since') !== null);
    assert.equal(asked.length, 1);
  });

  for (const status of [400, 403, 404, 500]) {
    it(`lists again where the server refuses changes-since (${status})`, async () => {
      const catalog = await loaded();
      api.faults.add({ do: 'status', status, where: ({ query }) => query.has('changes-since') });
      const asked: boolean[] = [];
      for (const gone of ['img-3', 'img-4']) {
        api.images(TENANT).remove(gone);
        api.clearRequests();
        await catalog.update({ deleted: 'remove' });
        assert.deepEqual(idsOf(catalog), serverIds());
        asked.push(api.requests.some(({ query }) => query.has('changes-since')));
      }
      assert.equal(catalog.failure, undefined);
      // A server that has only failed is asked once more.
      assert.deepEqual(asked, [true, status === 500]);
    });
  }

  it('lists again where the server takes no marker for a list of changes', async () => {
    api.faults.add({ do: 'capLimit', limit: 2 });
    const catalog = await loaded();
    while (catalog.hasMore) await catalog.loadMore();
    for (const id of ['img-2', 'img-4', 'img-8']) api.images(TENANT).update(id, { name: 'renamed' });
    api.faults.add({
      do: 'ignore',
      parameters: ['marker'],
      where: ({ query }) => query.has('changes-since'),
    });
    await catalog.update({ deleted: 'remove' });
    assert.equal(catalog.images.filter(({ name }) => name === 'renamed').length, 3);
  });

  it('asks for changes again after a refresh by choice, where the server ignored that before', async () => {
    const catalog = await loaded();
    const asks = async () => {
      api.clearRequests();
      await catalog.update({ deleted: 'remove' });
      return api.requests.some(({ query }) => query.has('changes-since'));
    };
    const ignoring = api.faults.add({ do: 'ignore', parameters: ['changes-since'] });
    assert.equal(await asks(), true);
    ignoring.remove();
    assert.equal(await asks(), false);
    await catalog.refresh();
    assert.equal(await asks(), true);
    assert.deepEqual(idsOf(catalog), serverIds());
  });

  it('leaves the list as it was when the server fails, and says so', async () => {
    const catalog = await loaded();
    const before = idsOf(catalog);
    api.faults.add({ do: 'status', status: 500 });
    await assert.rejects(catalog.update({ deleted: 'remove' }));
    assert.deepEqual(idsOf(catalog), before);
    assert.equal(catalog.failure?.activity, 'update');
    api.faults.clear();
    await catalog.update({ deleted: 'remove' });
    assert.equal(catalog.failure, undefined);
  });
});
