import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { AccountImages } from '../../src/session/accountImages';
import { CatalogCache } from '../../src/session/catalogCache';
import { temporaryFolder } from '../hosts/temporaryFolder';
import { apiFailure } from './apiFailure';
import { memorySource, type Entry } from './memorySource';
import { PLAIN_VIEW, plainImages } from './plainImages';

const KEY = { accountId: 'one', base: 'memory', tenant: '' };

describe('images of another kind of server', () => {
  let entries: Entry[];
  let folder: string;
  const opened: AccountImages[] = [];
  beforeEach(() => {
    entries = [1, 2, 4, 5, 6].map((number) => ({ number, title: `image ${number}` }));
    folder = temporaryFolder('memory');
  });
  afterEach(() => {
    for (const images of opened.splice(0)) images.dispose();
  });

  const open = () => {
    const source = memorySource(() => entries);
    const cache = new CatalogCache(folder);
    const images = plainImages(source, {
      cached: {
        read: async () => cache.read(KEY, await source.reader()),
        write: (list) => cache.write(KEY, list),
      },
    });
    opened.push(images);
    return images;
  };
  const whole = async () => {
    const images = open();
    await images.ensureStarted();
    while (images.catalog.hasMore) await images.catalog.loadMore();
    return images;
  };
  const idsOf = ({ shown }: AccountImages) => shown.map(({ id }) => id);

  it('are loaded page by page, to an end that needs no confirmation', async () => {
    const images = open();
    await images.ensureStarted();
    assert.deepEqual(idsOf(images), ['1', '2', '4']);
    assert.deepEqual(images.catalog.completeness, { kind: 'more' });
    await images.catalog.loadMore();
    assert.deepEqual(idsOf(images), ['1', '2', '4', '5', '6']);
    assert.deepEqual(images.catalog.completeness, { kind: 'complete' });
    assert.equal(images.catalog.activity, undefined);
  });

  it('are put where that server lists them, when they have changed', async () => {
    const images = await whole();
    entries = [...entries.filter(({ number }) => number !== 6), { number: 3, title: 'new' }];
    await images.bringUpToDate();
    assert.deepEqual(idsOf(images), ['1', '2', '3', '4', '5', '6']);
    entries.sort((a, b) => a.number - b.number);
    await images.catalog.refresh();
    assert.deepEqual(idsOf(images), ['1', '2', '3', '4', '5']);
  });

  it('go on where the last one is gone', async () => {
    const images = open();
    await images.ensureStarted();
    entries = entries.filter(({ number }) => number !== 4);
    await images.catalog.loadMore();
    assert.deepEqual(idsOf(images), ['1', '2', '5', '6']);
  });

  it('are read after a restart as that server sent them', async () => {
    const before = await whole();
    await before.save();
    entries = [];
    const images = open();
    await images.ensureStarted();
    assert.deepEqual(
      images.catalog.images.map(({ id, name }) => [id, name]),
      before.catalog.images.map(({ id, name }) => [id, name]),
    );
  });

  it('are filtered, grouped and had one by one as any others', async () => {
    const images = await whole();
    images.show({ ...PLAIN_VIEW, filter: { criteria: [{ kind: 'nameContains', text: '4' }] } });
    assert.deepEqual(
      images.groups.map((group) => [group.value, group.images.map(({ name }) => name)]),
      [['ACTIVE', ['image 4']]],
    );
    assert.equal((await images.fetch('5')).name, 'image 5');
    assert.equal((await apiFailure(images.fetch('7'))).kind, 'notFound');
  });
});
