import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Image } from '../../src/api/images/image';
import { Catalog } from '../../src/catalog/catalog';
import { appOf, distributionOf, osOf, ownershipOf } from '../../src/catalog/facetValues';
import { startServer, type Server } from '../server/index';
import { SERVICES, TOKEN } from './imageSource';
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
    } finally {
      await api.close();
    }
  });
});
