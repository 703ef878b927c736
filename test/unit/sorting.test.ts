import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { SORT_KEYS, sortImages, type SortKey } from '../../src/catalog/sorting';
import { generatedImages, imageOf, imagesNamed, namesOf } from './sampleImages';

const sized = (name: string, size?: number) => imageOf({ id: name, name, 'OS-EXT-IMG-SIZE:size': size });
const byName = (names: readonly string[], descending = false, locale = 'en') =>
  namesOf(sortImages(imagesNamed(...names), { key: 'name', descending }, locale));

describe('sorting', () => {
  it('leaves server order as it is, without a copy', () => {
    const images = imagesNamed('b', 'a');
    assert.equal(sortImages(images, { key: 'server', descending: false }, 'en'), images);
    assert.equal(sortImages(images, { key: 'server', descending: true }, 'en'), images);
  });

  it('orders names naturally: 10 follows 9', () => {
    assert.deepEqual(byName(['node-10', 'node-9', 'node-1', 'Node-2']), [
      'node-1',
      'Node-2',
      'node-9',
      'node-10',
    ]);
  });

  it('orders Japanese names as Japanese readers expect', () => {
    const names = ['本番DB', 'テスト用', 'いろは', 'アプリ', 'web', '検証機２号', '検証機10号'];
    assert.deepEqual(byName(names, false, 'ja'), [
      'web',
      'アプリ',
      'いろは',
      'テスト用',
      '検証機２号',
      '検証機10号',
      '本番DB',
    ]);
  });

  it('has names of which nothing is to be seen at the end, as missing ones', () => {
    assert.deepEqual(byName(['\u200b', 'b', '  ', 'a', '']), ['a', 'b', '\u200b', '  ', '']);
  });

  it('orders by size and by times, up and down', () => {
    const images = [sized('middle', 2), sized('large', 3), sized('small', 1)];
    const bySize = (descending: boolean) => namesOf(sortImages(images, { key: 'size', descending }, 'en'));
    assert.deepEqual(bySize(false), ['small', 'middle', 'large']);
    assert.deepEqual(bySize(true), ['large', 'middle', 'small']);
    for (const key of ['created', 'updated'] as const) {
      const dated = ['2015-05-07T10:48:32Z', '2026-11-24T00:00:00Z', '2015-05-05T11:25:19Z'].map((time, at) =>
        imageOf({ id: `i${at}`, name: time, [key]: time }),
      );
      assert.deepEqual(namesOf(sortImages(dated, { key, descending: true }, 'en')), [
        '2026-11-24T00:00:00Z',
        '2015-05-07T10:48:32Z',
        '2015-05-05T11:25:19Z',
      ]);
    }
  });

  it('puts images without the value last, in both directions', () => {
    const images = [sized('?'), sized('one', 1), sized('??'), sized('zero', 0)];
    const bySize = (descending: boolean) => namesOf(sortImages(images, { key: 'size', descending }, 'en'));
    assert.deepEqual(bySize(false), ['zero', 'one', '?', '??']);
    assert.deepEqual(bySize(true), ['one', 'zero', '?', '??']);
    assert.deepEqual(byName(['', 'b', 'a']), ['a', 'b', '']);
    assert.deepEqual(byName(['', 'b', 'a'], true), ['b', 'a', '']);
  });

  it('keeps the server order of ties, in both directions', () => {
    const images = [sized('first', 1), sized('second', 1), sized('third', 1)];
    for (const descending of [false, true]) {
      assert.deepEqual(sortImages(images, { key: 'size', descending }, 'en'), images);
      const same = imagesNamed('same', 'same', 'same');
      assert.deepEqual(sortImages(same, { key: 'name', descending }, 'en'), same);
    }
  });

  it('neither loses nor doubles an image, and leaves the array it was given alone', async () => {
    const images = Object.freeze([
      ...(await generatedImages(220)),
      sized('no size'),
      imageOf({ id: 'nothing' }),
    ]);
    const keys = images.map(({ key }) => key).sort();
    const sortings = SORT_KEYS.flatMap((key: SortKey) =>
      [true, false].map((descending) => ({ key, descending })),
    );
    for (const sorting of sortings) {
      const result = sortImages(images, sorting, 'ja');
      assert.deepEqual(result.map(({ key }) => key).sort(), keys);
    }
  });
});
