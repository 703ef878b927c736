import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { documentedTenantId, generateCatalogue, saveFurther, startServer } from '../server/index';

describe('a generated catalogue', () => {
  const catalogue = generateCatalogue(220, 'test');

  it('depends on its seed alone', () => {
    assert.deepEqual(generateCatalogue(220, 'test'), catalogue);
    assert.notDeepEqual(generateCatalogue(220, 'another'), catalogue);
  });

  it('has exactly as many images as asked for, each with its own id', () => {
    for (const count of [0, 1, 5, 220, 5000]) {
      const ids = new Set(generateCatalogue(count, 'test').map(({ id }) => id));
      assert.equal(ids.size, count);
    }
  });

  it('has the apps of a real account, 28 of them versions of Minecraft, in both spellings', () => {
    const apps = new Set(catalogue.map(({ metadata }) => metadata?.app).filter((app) => app !== undefined));
    assert.equal(apps.size, 81);
    assert.equal([...apps].filter((app) => app.startsWith('Minecraft')).length, 28);
    assert.ok(apps.has('Ruby on Rails-4.2-64bit') && apps.has('Ruby_on_Rails-4.2-64bit'));
  });

  it("fills exactly one of app and dst on vendor images, and may leave both out on users' own", () => {
    const vendor = catalogue.filter(({ name }) => name?.startsWith('vmi-'));
    const own = catalogue.filter(({ name }) => !name?.startsWith('vmi-'));
    assert.equal(vendor.length, 200);
    for (const { metadata = {} } of vendor) {
      assert.equal(Number('app' in metadata) + Number('dst' in metadata), 1);
      assert.match(metadata.display_order ?? '', /^\d+$/);
    }
    assert.ok(own.every(({ metadata }) => metadata?.display_order === undefined));
    assert.ok(own.some(({ metadata }) => Object.keys(metadata ?? {}).length === 0));
    assert.ok(own.some(({ metadata }) => metadata?.image_type === 'snapshot'));
    assert.ok(own.some(({ name }) => /[\u3040-\u30ff]/.test(name ?? '')));
  });

  it('offers the same image in two disk sizes, built in the same second', () => {
    const small = catalogue.filter(({ name }) => name?.endsWith('-30gb'));
    assert.ok(small.length > 50);
    for (const { name, created } of small) {
      const large = catalogue.find((image) => image.name === name?.replace(/-30gb$/, '-100gb'));
      assert.equal(large?.created, created);
      assert.equal(large?.minDisk, 100);
    }
  });

  it('has images being saved, broken and deactivated ones, and none from the future', () => {
    const newest = '2026-11-20T03:04:05Z';
    const statuses = new Set(generateCatalogue(220, 'test', Date.parse(newest)).map(({ status }) => status));
    assert.deepEqual(statuses, new Set(['active', 'queued', 'saving', 'killed', 'deactivated']));
    assert.ok(catalogue.every(({ created = '', updated = '' }) => created <= updated && updated <= newest));
  });
});

describe('images being saved', () => {
  it('are queued, take a step at a time, and are followed by others', async () => {
    const api = await startServer();
    try {
      const images = api.images(documentedTenantId);
      const seen = [];
      for (let step = 0; step < 4; step++) {
        saveFurther(images);
        const saved = images.list().filter(({ metadata }) => metadata.image_type === 'snapshot');
        seen.push(saved.map(({ status }) => status).toSorted());
      }
      assert.deepEqual(seen, [['queued'], ['saving'], ['active'], ['active', 'queued']]);
    } finally {
      await api.close();
    }
  });
});
