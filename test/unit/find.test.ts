import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Image } from '../../src/api/images/image';
import { ImageFinder } from '../../src/catalog/find/imageFinder';
import { generatedImages, imageOf, imagesNamed, namesOf } from './sampleImages';

const finder = new ImageFinder(() => '');
const findImages = finder.find.bind(finder);
const found = (images: readonly Image[], text: string) => namesOf(findImages(images, text, 100).images);

describe('finding images', () => {
  const images = [
    imageOf({
      id: 'aaaa-1111',
      name: 'vmi-ubuntu-22.04',
      metadata: { app: 'Minecraft_JAVA_Edition-1.19.3-64bit' },
    }),
    imageOf({ id: 'bbbb-2222', name: 'バックアップ Ｕｂｕｎｔｕ' }),
    imageOf({ id: 'cccc-1111', name: '', metadata: { app: 'GitLab-7.9.1-64bit' } }),
  ];

  it('looks at name, id and app, whatever the case and the width', () => {
    assert.deepEqual(found(images, 'UBUNTU'), ['バックアップ Ｕｂｕｎｔｕ', 'vmi-ubuntu-22.04']);
    assert.deepEqual(found(images, 'ﾊﾞｯｸｱｯﾌﾟ'), ['バックアップ Ｕｂｕｎｔｕ']);
    assert.deepEqual(found(images, '1111'), ['', 'vmi-ubuntu-22.04']);
    assert.deepEqual(found(images, 'gitlab 7.9'), ['']);
  });

  it('finds an id with what was copied along with it', () => {
    for (const text of [
      '"aaaa-1111"',
      "'aaaa-1111',",
      ' "AAAA-1111", ',
      '`aaaa-1111`;',
      '“aaaa-1111”.',
      '「aaaa-1111」',
    ])
      assert.deepEqual(found(images, text), ['vmi-ubuntu-22.04'], text);
    assert.deepEqual(found([imageOf({ id: 'my-own-id' })].concat(images), '"my-own-id",').length, 1);
    assert.deepEqual(found([imageOf({ id: '' })], '"'), []);
  });

  it('wants every word, wherever each stands', () => {
    assert.deepEqual(found(images, '1.19 ubuntu  minecraft'), ['vmi-ubuntu-22.04']);
    assert.deepEqual(found(images, 'minecraft gitlab'), []);
  });

  it('takes what was typed for text, not for a pattern', () => {
    assert.deepEqual(found(imagesNamed('axb', 'a.b', '(c'), 'a.b'), ['a.b', 'axb']);
    assert.deepEqual(found(imagesNamed('a.b', 'axb', '(c'), '('), ['(c']);
  });

  it('finds all with nothing typed', () => {
    assert.equal(found(images, ' ').length, 3);
  });

  it('gives the first ones in their order and says how many more there are', async () => {
    const many = await generatedImages(220);
    const { images: first, more } = findImages(many, 'vmi', 10);
    const all = many.filter(({ name }) => name.includes('vmi'));
    assert.equal(first.length, 10);
    assert.ok(first.every((image) => all.includes(image)));
    assert.equal(more, all.length - 10);
  });
});
