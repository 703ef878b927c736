import { before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Image } from '../../src/api/images/image';
import { ImageFinder } from '../../src/catalog/find/imageFinder';
import { kindOf, natureOf } from '../../src/catalog/kind';
import { vendorCatalogueImages } from '../server/index';
import { FIND_QUERIES } from './data/findQueries';
import { servedImages } from './sampleImages';

/** What people call the kinds, in both languages. */
const WORDS: Readonly<Partial<Record<ReturnType<typeof kindOf>, string>>> = {
  own: 'My Saved Images 保存イメージ',
  os: 'Operating Systems OS',
  app: 'Applications アプリケーション',
  attention: 'Not Ready to Use 使用できないイメージ',
};

/** So many of forty may have another image first, which is among the first three then. */
const MOST_SECOND = 2;

describe('what people type to find an image', () => {
  let images: readonly Image[];
  const finder = new ImageFinder((image) =>
    [natureOf(image), kindOf(image)].map((kind) => WORDS[kind] ?? '').join(' '),
  );
  before(async () => (images = await servedImages(vendorCatalogueImages())));

  it('has the right one first, and among the first three at least', () => {
    const asked = FIND_QUERIES.map(({ typed, first }) => {
      const found = finder.find(images, typed, 3).images.map(({ name }) => name);
      return { typed, found, place: found.findIndex((name) => first.includes(name)) };
    });
    assert.equal(asked.length, 40);
    const missed = asked.filter(({ place }) => place === -1);
    assert.deepEqual(missed, []);
    const second = asked.filter(({ place }) => place > 0);
    assert.ok(second.length <= MOST_SECOND, JSON.stringify(second, undefined, 1));
  });
});
