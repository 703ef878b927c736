import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseImage } from '../../src/api/images/compute/parseImage';
import type { JsonValue } from '../../src/base/json';
import { CatalogCache, type CachedCatalog } from '../../src/session/catalogCache';
import { documentedResponse } from '../server/index';

const KEY = { accountId: 'a1b2', base: 'https://compute.tyo1.conoha.io/v2/t', tenant: 't' };

describe('the cached catalogue', () => {
  let folder: string;
  let cache: CatalogCache;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'conoha-images-')), 'catalogues');
    cache = new CatalogCache(folder);
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true }));

  const cached: CachedCatalog = {
    images: [...(documentedResponse.images as unknown as JsonValue[]), null, 'odd'].map(parseImage),
    query: { name: '日本語' },
    completeness: { kind: 'more' },
    asOf: Date.now() - 60_000,
    listedAt: Date.now() - 3_600_000,
  };

  it('comes back as it was', async () => {
    await cache.write(KEY, cached);
    assert.deepEqual(await cache.read(KEY, parseImage), cached);
  });

  it('can be empty', async () => {
    await cache.write(KEY, { ...cached, images: [] });
    assert.deepEqual(await cache.read(KEY, parseImage), { ...cached, images: [] });
  });

  it('holds the last list of several written at once', async () => {
    const counts = [5, 1, 3];
    await Promise.all(
      counts.map((count) => cache.write(KEY, { ...cached, images: cached.images.slice(0, count) })),
    );
    assert.equal((await cache.read(KEY, parseImage))?.images.length, 3);
  });

  it('is the list as it was when its writing began, though a page arrives meanwhile', async () => {
    const raws = Array.from({ length: 501 }, (_, at): JsonValue => ({ id: `image-${at}` }));
    const images = raws.map(parseImage);
    const [first] = images;
    assert.ok(first);
    // It is read when the count of images has been written.
    images[0] = {
      ...first,
      get raw() {
        images.push(parseImage({ id: 'late' }));
        return first.raw;
      },
    };
    await cache.write(KEY, { ...cached, images });
    assert.equal(images.at(-1)?.id, 'late');
    assert.deepEqual(
      (await cache.read(KEY, parseImage))?.images.map(({ raw }) => raw),
      raws,
    );
  });

  it('leaves no other file behind when it cannot be written', async () => {
    await cache.write(KEY, cached);
    const [name = ''] = await readdir(folder);
    await rm(join(folder, name));
    // A folder where the file should stand cannot be replaced by one.
    await mkdir(join(folder, name, 'full'), { recursive: true });
    await assert.rejects(cache.write(KEY, cached));
    assert.deepEqual(await readdir(folder), [name]);
  });

  it('is none of another endpoint, tenant or account', async () => {
    await cache.write(KEY, cached);
    assert.equal(await cache.read({ ...KEY, tenant: 'other' }, parseImage), undefined);
    assert.equal(await cache.read({ ...KEY, base: 'https://elsewhere.example/v2/t' }, parseImage), undefined);
    assert.equal(await cache.read({ ...KEY, accountId: 'c3d4' }, parseImage), undefined);
  });

  it('is readable by the user alone', async () => {
    await cache.write(KEY, cached);
    const [name = ''] = await readdir(folder);
    assert.equal((await stat(join(folder, name))).mode & 0o077, 0);
    assert.equal((await stat(folder)).mode & 0o077, 0);
  });

  it('counts as none when it is broken, cut off or missing', async () => {
    assert.equal(await cache.read(KEY, parseImage), undefined);
    await cache.write(KEY, cached);
    const [name = ''] = await readdir(folder);
    const text = await readFile(join(folder, name), 'utf8');
    for (const broken of [
      '',
      '{}',
      'null',
      text.slice(0, text.length / 2),
      text.replace('"version":1', '"version":0'),
      text.replace('"extent":{"kind":"more"},', ''),
      text.replace(/"asOf":\d+/, '"asOf":"yesterday"'),
    ]) {
      await writeFile(join(folder, name), broken);
      assert.equal(await cache.read(KEY, parseImage), undefined);
    }
  });

  it('counts as none when anything in its header is not what is written there', async () => {
    await cache.write(KEY, cached);
    const [name = ''] = await readdir(folder);
    const [first = '', ...lines] = (await readFile(join(folder, name), 'utf8')).split('\n');
    const header = JSON.parse(first) as object;
    const readWith = async (change: object) => {
      await writeFile(join(folder, name), [JSON.stringify({ ...header, ...change }), ...lines].join('\n'));
      return cache.read(KEY, parseImage);
    };
    const queries = [null, [], 'x', 5, { name: 5 }, { status: 'ERROR' }, { type: null }, { another: 'x' }];
    const extents = [null, 'more', {}, { kind: 'much' }, { kind: 'toString' }, { kind: 'incomplete' }];
    for (const change of [
      ...[...queries, { changesSince: 1e300 }, { changesSince: '7d' }].map((query) => ({ query })),
      ...[...extents, { kind: 'incomplete', reason: 'tired' }, { kind: 7 }].map((extent) => ({ extent })),
      ...[null, '1', -1e300, [], {}].flatMap((time) => [{ asOf: time }, { walkedAt: time }]),
      ...[null, '7', 6, 8, -1, 7.5].map((count) => ({ count })),
      { version: '1' },
      { base: null },
      { tenant: null },
    ]) {
      assert.equal(await readWith(change), undefined, JSON.stringify(change));
    }
    for (const query of [{}, { name: 'a', status: 'ACTIVE', type: 'snapshot', changesSince: 1000 }]) {
      assert.deepEqual(await readWith({ query }), { ...cached, query });
    }
    for (const completeness of [
      ...['more', 'unconfirmed', 'complete'].map((kind) => ({ kind })),
      ...['repeatedPage', 'noId'].map((reason) => ({ kind: 'incomplete', reason })),
    ]) {
      assert.deepEqual(await readWith({ extent: completeness }), { ...cached, completeness });
    }
  });

  it('counts as none when a line of it is broken', async () => {
    await cache.write(KEY, cached);
    const [name = ''] = await readdir(folder);
    const lines = (await readFile(join(folder, name), 'utf8')).split('\n');
    await writeFile(join(folder, name), lines.with(2, '{"id":').join('\n'));
    assert.equal(await cache.read(KEY, parseImage), undefined);
  });

  it('is no newer than the present, when the clock was set back since', async () => {
    const later = Date.now() + 3_600_000;
    await cache.write(KEY, { ...cached, asOf: later, listedAt: later });
    const { asOf = Infinity, listedAt = Infinity } = (await cache.read(KEY, parseImage)) ?? {};
    assert.ok(asOf <= Date.now() && listedAt <= Date.now());
  });

  it('is whole, whichever of several windows wrote it last', async () => {
    const windows = Array.from({ length: 8 }, () => new CatalogCache(folder));
    await Promise.all(
      windows.map((window, count) => window.write(KEY, { ...cached, images: cached.images.slice(0, count) })),
    );
    assert.ok(await cache.read(KEY, parseImage));
    assert.equal((await readdir(folder)).length, 1);
  });

  it('is read with a look at what was left half written, which goes unless somebody is at it', async () => {
    await cache.write(KEY, cached);
    const [name = ''] = await readdir(folder);
    const ended = spawnSync(process.execPath, ['--version']).pid;
    const uuid = '3f2b6a52-8c1e-4d0a-9b7f-0123456789ab';
    const left = [`${name}.${uuid}`, `${name}.${ended}-${uuid}`, `${name}.${process.ppid}-${uuid}`];
    const atWork = `${name}.${process.pid}-${uuid}`;
    for (const each of [...left, atWork]) await writeFile(join(folder, each), 'half');
    const longAgo = new Date(Date.now() - 3_600_000);
    for (const each of [left[0], left[2]]) await utimes(join(folder, each ?? ''), longAgo, longAgo);
    assert.deepEqual(await new CatalogCache(folder).read(KEY, parseImage), cached);
    assert.deepEqual((await readdir(folder)).sort(), [name, atWork]);
  });

  it('is gone once removed, with what a window has left that ended while writing', async () => {
    await cache.write(KEY, cached);
    const [name = ''] = await readdir(folder);
    await writeFile(join(folder, `${name}.left`), 'half');
    await cache.remove(KEY.accountId);
    assert.deepEqual(await readdir(folder), []);
  });
});
