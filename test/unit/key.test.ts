import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { isAskable } from '../../src/api/images/isAskable';
import { textKey } from '../../src/base/key';
import { groupImages } from '../../src/catalog/grouping';
import { apiFailure } from './apiFailure';
import { imageSource } from './imageSource';
import { startRawServer, type RawServer } from './rawServer';
import { imageOf } from './sampleImages';

const NEVER = new AbortController().signal;
const HALF = '\ud83d';

describe('what makes an image itself', () => {
  it('is its id, whatever that is', () => {
    const ids = [
      'ea8c0f2c-6a0e-4f6b-9f0e-1f5a2b3c4d5e',
      '..',
      '.',
      'a/b',
      '%2F',
      '?',
      '#',
      '\\',
      ':',
      '日本語',
    ];
    for (const id of [...ids, 'x'.repeat(1000)]) assert.equal(imageOf({ id }).key, id);
    assert.equal(imageOf({ id: 4711 }).key, '4711');
  });

  it('is a short text of its own for an id that no address could hold or give back', () => {
    const ids = ['', HALF, `${HALF}x`, 'x'.repeat(2000), 'y'.repeat(100_000)];
    const keys = ids.map((id) => imageOf({ id }).key);
    assert.equal(new Set(keys).size, ids.length);
    for (const key of keys) assert.match(key, /^\?[0-9a-f]{16}$/);
    assert.equal(textKey(HALF), textKey(HALF));
  });

  it('is what it stands in groups by, however long the name of the group is', () => {
    const images = ['a'.repeat(100_000), 'b'.repeat(100_000), HALF, '\ude00'].map((status, id) =>
      imageOf({ id, status }),
    );
    const keys = groupImages(images, 'status').map(({ key }) => key);
    assert.equal(new Set(keys).size, 4);
    for (const key of keys) assert.ok(key.length < 100 && !/\p{Surrogate}/u.test(key), key);
  });
});

describe('an image that is asked for by itself', () => {
  let server: RawServer;
  beforeEach(async () => {
    server = await startRawServer((_, response) => response.writeHead(404).end());
  });
  afterEach(() => server.close());

  const askFor = (id: string) => apiFailure(imageSource(`${server.origin}/v2/tenant`).image(id, NEVER));

  it('is asked for below images/ and nowhere else, by however odd an id', async () => {
    const ids = [
      'a/b',
      '%2F',
      '%2e%2e',
      '...',
      '?',
      '#',
      '\\',
      'a:b',
      '日本語',
      '.a',
      'a..',
      'x'.repeat(1000),
      ' ',
    ];
    for (const id of ids.filter((id) => isAskable(id, ['detail']))) {
      await askFor(id);
      const { url = '' } = server.requests.at(-1) ?? {};
      assert.equal(url, `/v2/tenant/images/${encodeURIComponent(id)}`);
    }
    assert.equal(server.requests.length, ids.length - 1, 'a digest is no id');
  });

  it('is not asked for by an id that would lead elsewhere: there is none', async () => {
    for (const id of [
      '',
      '.',
      '..',
      '../servers',
      'a/../../b',
      '..\\servers',
      'a/..',
      'detail',
      '?0123456789abcdef',
    ]) {
      const { kind, details } = await askFor(id);
      assert.equal(kind, 'notFound', id);
      assert.equal(details.host, new URL(server.origin).host);
    }
    assert.equal(server.requests.length, 0);
  });
});
