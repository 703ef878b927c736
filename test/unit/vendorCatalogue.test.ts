import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { vendorCatalogue, vendorCatalogueImages } from '../server/index';
import { FIND_QUERIES } from './data/findQueries';

describe("a catalogue like an account's", () => {
  const catalogue = vendorCatalogue();
  const vendor = catalogue.filter(({ image }) => image.name.startsWith('vmi-'));
  const appOf = ({ image: { metadata } }: (typeof catalogue)[number]) => metadata?.app ?? metadata?.gnc_app;

  it('depends on its seed alone', () => {
    assert.deepEqual(vendorCatalogue(), catalogue);
    assert.notDeepEqual(vendorCatalogue('another'), catalogue);
    assert.deepEqual(
      vendorCatalogueImages().map(({ id }) => id),
      catalogue.map(({ image }) => image.id),
    );
  });

  it('has some two hundred images of the vendor, each name and id once', () => {
    assert.ok(vendor.length >= 190 && vendor.length <= 240, String(vendor.length));
    assert.equal(new Set(catalogue.map(({ image }) => image.id)).size, catalogue.length);
    assert.equal(new Set(catalogue.map(({ image }) => image.name)).size, catalogue.length);
  });

  it('has 81 apps and more, half of them with one image, and an app with many versions', () => {
    const values = vendor.map(appOf).filter((app) => app !== undefined);
    const apps = [...new Set(values)];
    const alone = apps.filter((app) => values.indexOf(app) === values.lastIndexOf(app));
    assert.ok(
      apps.length >= 81 && alone.length >= 38 && alone.length <= 50,
      `${apps.length}, ${alone.length}`,
    );
    assert.ok(apps.filter((app) => app.startsWith('Minecraft_JAVA')).length >= 15);
  });

  it('gives each image the disk of its name, or the one that it needs, and those of 2015 none', () => {
    for (const { image, disk } of catalogue) {
      const named = /-(\d+)gb$/.exec(image.name)?.[1];
      if (named !== undefined) assert.equal(disk, Number(named));
      assert.equal(disk ?? 0, image.minDisk);
      assert.equal(disk === undefined, image.created < '2016');
    }
  });

  it('has one image of its own being saved, and one that failed', () => {
    const unusual = catalogue.filter(({ image }) => image.status !== 'active');
    assert.deepEqual(
      unusual.map(({ image }) => image.status),
      ['saving', 'killed'],
    );
  });
});

describe('the table of queries', () => {
  it('has forty, ten of them Japanese, none twice', () => {
    assert.equal(new Set(FIND_QUERIES.map(({ typed }) => typed)).size, 40);
    assert.equal(FIND_QUERIES.filter(({ typed }) => /[^\x20-\x7e]/.test(typed)).length, 10);
  });

  it('takes for a beginning of an id what no other id has', () => {
    const images = vendorCatalogue().map(({ image }) => image);
    const likeIds = FIND_QUERIES.filter(({ typed }) => /^[\da-f-]{4,}$/.test(typed));
    const counts = likeIds.map(({ typed, first }) => {
      const having = images.filter(({ id }) => `-${id}`.includes(`-${typed}`));
      assert.ok(
        having.every(({ name }) => first.includes(name)),
        typed,
      );
      return having.length;
    });
    // Debian 12, too, is written like an id.
    assert.deepEqual(counts.toSorted(), [0, 1, 1, 1]);
  });
});
