import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { parseGlanceImage } from '../../src/api/images/glance/parseGlanceImage';
import type { JsonObject } from '../../src/base/json';
import { diskOf } from '../../src/catalog/disk';
import { imageOf, imagesNamed, generatedImages, namesOf } from './sampleImages';
import { foldVariants, type Variants } from '../../src/catalog/variants';

const outline = (entries: readonly Variants[]) =>
  entries.map(({ name, images }) => [name, ...namesOf(images)]);

describe('the disk of an image', () => {
  const disk = (name: string, minDisk: number | undefined, metadata: JsonObject = {}) =>
    diskOf(imageOf({ id: 'i', name, minDisk, metadata }));

  it("is what the vendor's name says, also before a date, else the least that it needs", () => {
    assert.equal(disk('vmi-ubuntu-22.04-amd64-100gb', 30), 100);
    assert.equal(disk('vmi-ubuntu-22.04-amd64-100gb-20231101', 30), 100);
    assert.equal(disk('vmi-x-2GB-ubuntu-22.04-amd64-30GB', 50), 30);
    assert.equal(disk('ubuntu-100gb', 30, { display_order: '1' }), 100);
    for (const name of ['vmi-ubuntu-22.04-amd64', 'vmi-x-30gbit', 'vmi-x-0gb', 'vmi-x30gb', 'vmi-x-30gb2'])
      assert.equal(disk(name, 50), 50, name);
    assert.equal(disk('vmi-ubuntu-22.04-amd64', 0), undefined);
  });

  it('is the least that an own or a shared image needs, whatever it is called', () => {
    assert.equal(disk('web-2gb', 100), 100);
    assert.equal(disk('web-2gb', undefined), undefined);
    assert.equal(disk('vmi-ubuntu-22.04-amd64-30gb', 100, { image_type: 'snapshot' }), 100);
    const shared = { id: 'i', name: 'web-2gb', visibility: 'shared', owner: 'you', min_disk: 100 };
    assert.equal(diskOf(parseGlanceImage(shared, 'me')), 100);
  });
});

describe('folding disk sizes', () => {
  it('folds those of one date', () => {
    const images = imagesNamed(
      'vmi-x-amd64-30gb-20231101',
      'vmi-x-amd64-100gb-20231101',
      'vmi-x-amd64-30gb-20231201',
    );
    assert.deepEqual(
      foldVariants(images).map((entry) => entry.images.length),
      [2, 1],
    );
  });

  it('makes one entry of a vendor image in several sizes, the smallest first', () => {
    const images = imagesNamed(
      'vmi-ubuntu-22.04-amd64-100gb',
      'vmi-debian-12.0-amd64-30gb',
      'vmi-ubuntu-22.04-amd64-30gb',
    );
    assert.deepEqual(outline(foldVariants(images)), [
      ['vmi-ubuntu-22.04-amd64', 'vmi-ubuntu-22.04-amd64-30gb', 'vmi-ubuntu-22.04-amd64-100gb'],
      ['vmi-debian-12.0-amd64-30gb', 'vmi-debian-12.0-amd64-30gb'],
    ]);
  });

  it("leaves a user's own images alone, whatever they are called", () => {
    const images = imagesNamed('backup-30gb', 'backup-100gb', '本番-30gb');
    assert.deepEqual(
      foldVariants(images).map((entry) => entry.images.length),
      [1, 1, 1],
    );
  });

  it('keeps images apart that differ in more than the size', () => {
    const name = (disk: number) => `vmi-x-1-ubuntu-22.04-amd64-${disk}gb`;
    const images = [
      imageOf({ id: '1', name: name(30), metadata: { app: 'X-1-64bit' } }),
      imageOf({ id: '2', name: name(100), metadata: { app: 'Y-1-64bit' } }),
      imageOf({ id: '3', name: name(100), metadata: { app: 'X-1-64bit' }, status: 'DELETED' }),
    ];
    assert.equal(foldVariants(images).length, 3);
    const older = ['X-1-64bit', 'Y-1-64bit'].map((app, at) =>
      imageOf({ id: app, name: name(30 + at), metadata: { gnc_app: app } }),
    );
    assert.equal(foldVariants(older).length, 2);
  });

  it('leaves names alone of which only the size is to be seen', () => {
    const metadata = { display_order: '1' };
    const images = ['\u200b-30gb', '\u200b-100gb'].map((name, id) => imageOf({ id, name, metadata }));
    assert.equal(foldVariants(images).length, 2);
  });

  it('leaves a name alone that is nothing but a size', () => {
    const images = ['30gb', '-30gb', '100gb'].map((name) =>
      imageOf({ id: name, name, metadata: { display_order: '1' } }),
    );
    assert.deepEqual(
      foldVariants(images).map(({ name }) => name),
      ['30gb', '-30gb', '100gb'],
    );
  });

  it('leaves images apart that are called by a speed, not a size', () => {
    const images = imagesNamed('vmi-nic-10gb2', 'vmi-nic-40gb2', 'vmi-nic-10gb2-20231101');
    assert.deepEqual(
      foldVariants(images).map(({ name }) => name),
      namesOf(images),
    );
  });

  it('tells as many sorts of one name, and as many sizes, as there are', () => {
    const name = (disk: number) => `vmi-x-amd64-${disk}gb`;
    const disks = Array.from({ length: 300 }, (_, at) => at + 1);
    const sorts = disks.flatMap((sort) =>
      [30, 100].map((disk) =>
        imageOf({ id: `${sort}-${disk}`, name: name(disk), metadata: { dst: `D-${sort}` } }),
      ),
    );
    assert.deepEqual(new Set(foldVariants(sorts).map(({ images }) => images.length)), new Set([2]));
    const sizes = disks.map((disk) => imageOf({ id: String(disk), name: name(disk) }));
    const [one, ...others] = foldVariants(sizes.toReversed());
    assert.deepEqual(others, []);
    assert.deepEqual(one?.images, sizes);
  });

  it('takes two of the same size for two images', () => {
    const images = imagesNamed('vmi-x-30gb', 'vmi-x-100gb', 'vmi-x-30gb', 'vmi-x-100gb');
    const entries = foldVariants(images);
    assert.equal(entries.length, 2);
    assert.deepEqual(
      entries.map((entry) => namesOf(entry.images)),
      [
        ['vmi-x-30gb', 'vmi-x-100gb'],
        ['vmi-x-30gb', 'vmi-x-100gb'],
      ],
    );
    assert.equal(new Set(entries.map(({ key }) => key)).size, 2);
  });

  it('neither loses nor doubles an image, and halves a realistic list', async () => {
    const images = await generatedImages(220);
    const entries = foldVariants(images);
    const keys = entries.flatMap((entry) => entry.images.map(({ key }) => key));
    assert.deepEqual(keys.toSorted(), images.map(({ key }) => key).toSorted());
    assert.equal(new Set(entries.map(({ key }) => key)).size, entries.length);
    assert.ok(entries.length < 150, `${entries.length} entries`);
  });
});
