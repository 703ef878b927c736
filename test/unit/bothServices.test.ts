import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Image } from '../../src/api/images/image';
import { Catalog } from '../../src/catalog/catalog';
import { appOf, distributionOf, osOf, ownershipOf } from '../../src/catalog/facetValues';
import { startServer, type Server } from '../server/index';
import { onePage, SERVICES, TOKEN } from './imageSource';
import { rethrow } from './rethrow';

const TENANT = 'c0ffee00c0ffee00c0ffee00c0ffee00';

async function whole(catalog: Catalog): Promise<readonly Image[]> {
  while (catalog.hasMore) await catalog.loadMore();
  return catalog.images;
}

const SIZES = [7, 25, 100, 1000, 'a cap of 40'] as const;

for (const [service, sourceOf] of Object.entries(SERVICES)) {
  // Every size of Compute is tried where its pager is tested.
  const sizes = service === 'Compute' ? SIZES.slice(-2) : SIZES;

  describe(`5,000 images of ${service}`, () => {
    let api: Server;
    before(async () => {
      api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images: 5000 }] });
      // In no list of an image service.
      const images = api.images(TENANT);
      for (const { id, status } of images.list()) if (status === 'killed') images.setStatus(id, 'active');
      for (const { id } of images.list().slice(0, 500)) images.update(id, { tags: ['a', 'b', 'c'] });
    });
    after(() => api.close());

    const serverIds = () =>
      api
        .images(TENANT)
        .list()
        .map(({ id }) => id);

    if (service === 'Image v2') {
      it('come with their tags in another order at each answer', async () => {
        const request = { limit: 40 } as const;
        const source = sourceOf(api, TENANT);
        const [first, second] = [await onePage(source, request), await onePage(source, request)];
        const tagsOf = ({ images: [image] }: typeof first) => image?.details?.tags ?? [];
        assert.notDeepEqual(tagsOf(first), tagsOf(second));
        assert.deepEqual([...tagsOf(first)].sort(), [...tagsOf(second)].sort());
        assert.equal(tagsOf(first).length, 3);
      });
    }

    it('have their first rows by one page of 100', async () => {
      const before = api.requests.length;
      const catalog = new Catalog(sourceOf(api, TENANT), {}, () => 100, rethrow);
      await catalog.ensureStarted();
      assert.equal(catalog.images.length, 100);
      const asked = api.requests.slice(before).map(({ query }) => Object.fromEntries(query));
      assert.deepEqual(asked, [{ limit: '100' }]);
      catalog.dispose();
    });

    for (const size of sizes) {
      it(`are each there once, in its order, in pages of ${size}, and none is shown anew after a refresh`, async () => {
        const isCapped = typeof size === 'string';
        const cap = isCapped ? api.faults.add({ do: 'capLimit', limit: 40, nextLinks: 'given' }) : undefined;
        const catalog = new Catalog(sourceOf(api, TENANT), {}, () => (isCapped ? 1000 : size), rethrow);
        const images = [...(await whole(catalog))];
        assert.deepEqual(
          images.map(({ id }) => id),
          serverIds(),
        );
        assert.deepEqual(catalog.completeness, { kind: 'complete' });
        const { revision } = catalog;
        await catalog.refresh();
        assert.equal(catalog.revision, revision);
        assert.ok(catalog.images.every((image, at) => image === images[at]));
        cap?.remove();
        catalog.dispose();
      }).timeout(120_000);
    }
  });
}

describe('the images of Compute and of an image service', () => {
  it('are the same ones in the same order, and mean the same, where app and distribution are properties', async () => {
    const api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images: 220 }] });
    try {
      const images = api.images(TENANT);
      for (const { id, status } of images.list()) if (status === 'killed') images.remove(id);
      const [compute = [], glance = []] = await Promise.all(
        Object.values(SERVICES).map((sourceOf) =>
          whole(new Catalog(sourceOf(api, TENANT), {}, () => 100, rethrow)),
        ),
      );
      const meaning = (image: Image) => ({
        ...{ id: image.id, name: image.name, created: image.created, updated: image.updated },
        ...{ size: image.size ?? 0, minDisk: image.minDisk, minRam: image.minRam },
        ...{ app: appOf(image), distribution: distributionOf(image), os: osOf(image) },
        ownership: ownershipOf(image),
      });
      assert.deepEqual(glance.map(meaning), compute.map(meaning));
      assert.equal(glance.length, 219);
      // What both say has to be there to be compared.
      for (const of of [appOf, distributionOf, osOf]) assert.ok(new Set(glance.map(of)).size > 1, of.name);
      const unknown = glance.flatMap(({ size }, at) => (size === undefined ? [compute[at]?.size] : []));
      assert.ok(unknown.length > 0 && unknown.every((size) => size === 0));
    } finally {
      await api.close();
    }
  });
});
