import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ComputeClient } from '../../src/api/images/compute/computeClient';
import { parseImage } from '../../src/api/images/compute/parseImage';
import { metadataText } from '../../src/api/images/image';
import type { JsonObject } from '../../src/base/json';
import {
  documentedResponse,
  documentedTenantId,
  documentedToken,
  oddities,
  startServer,
  type Oddity,
  type Server,
} from '../server/index';
import { apiFailure } from './apiFailure';
import { imageSource, onlyToken } from './imageSource';

const NEVER = new AbortController().signal;

describe('an image', () => {
  const documented = documentedResponse.images.map((raw) => parseImage(raw as JsonObject));

  it('is read with its units', () => {
    const image = parseImage({
      id: 'a',
      name: '日本語 名',
      status: 'SAVING',
      progress: 50,
      created: '2015-05-07T06:15:44Z',
      updated: '2015-05-07T06:20:01Z',
      minDisk: 30,
      minRam: 512,
      metadata: { app: 'x' },
      'OS-EXT-IMG-SIZE:size': 2_147_483_648,
    });
    assert.deepEqual(
      { ...image, raw: undefined },
      {
        key: 'a',
        id: 'a',
        name: '日本語 名',
        status: 'SAVING',
        progress: 50,
        created: Date.UTC(2015, 4, 7, 6, 15, 44),
        updated: Date.UTC(2015, 4, 7, 6, 20, 1),
        size: 2_147_483_648,
        minDisk: 30,
        minRam: 512,
        metadata: { app: 'x' },
        raw: undefined,
        facts: undefined,
        line: undefined,
      },
    );
  });

  it('of the documented response has all that the document shows', () => {
    assert.equal(documented.length, 5);
    for (const [index, raw] of documentedResponse.images.entries()) {
      const image = documented[index];
      assert.equal(image?.id, raw.id);
      assert.equal(image.name, raw.name);
      assert.equal(image.status, 'ACTIVE');
      assert.equal(image.size, raw['OS-EXT-IMG-SIZE:size']);
      assert.equal(image.created, Date.parse(raw.created));
      assert.equal(image.raw, raw);
    }
  });

  it('reads times without a zone as UTC, and others by their zone', () => {
    const at = (created: string) => parseImage({ created }).created;
    const noon = Date.UTC(2026, 10, 23, 12);
    assert.equal(at('2026-11-23T12:00:00'), noon);
    assert.equal(at('2026-11-23 12:00:00.000000'), noon);
    assert.equal(at('2026-11-23T21:00:00+09:00'), noon);
    assert.equal(at('2026-11-23'), noon - 12 * 3_600_000);
    assert.equal(at(''), undefined);
    assert.equal(at('yesterday'), undefined);
    assert.equal(parseImage({ created: 1_448_236_800 }).created, undefined);
    for (const odd of ['-000001-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '+275760-09-13T00:00:00Z'])
      assert.equal(at(odd), undefined);
  });

  it('reads numbers that come as text, and no number from anything else', () => {
    const size = (value: JsonObject[string]) => parseImage({ 'OS-EXT-IMG-SIZE:size': value }).size;
    assert.equal(size('123'), 123);
    assert.equal(size(0), 0);
    for (const odd of ['', ' ', 'big', null, true, [], {}, undefined]) assert.equal(size(odd), undefined);
    for (const odd of [-5, '-5', 1e300, '1e300', 2 ** 53]) assert.equal(size(odd), undefined);
    assert.equal(parseImage({ progress: 101 }).progress, undefined);
  });

  it('shows its status in capitals, and UNKNOWN without one', () => {
    assert.equal(parseImage({ status: 'active' }).status, 'ACTIVE');
    assert.equal(parseImage({ status: null }).status, 'UNKNOWN');
    assert.equal(parseImage({ status: '' }).status, 'UNKNOWN');
    assert.equal(parseImage({ status: { word: 'ACTIVE' } }).status, 'UNKNOWN');
  });

  it('has metadata as text, whatever type the server sends', () => {
    const image = parseImage({
      metadata: { text: 'a b', number: 260, flag: false, list: [1, 'x'], nothing: null, empty: '' },
    });
    const texts = ['text', 'number', 'flag', 'list', 'nothing', 'empty', 'absent'].map((key) =>
      metadataText(image, key),
    );
    assert.deepEqual(texts, ['a b', '260', 'false', '[1,"x"]', '', '', '']);
  });

  it('without an id is told apart by its content, and stays the same image when it is sent again', () => {
    const [a, again, b] = [{ name: 'a' }, { name: 'a' }, { name: 'b' }].map((raw) => parseImage(raw));
    assert.equal(a?.id, '');
    assert.equal(a.key, again?.key);
    assert.notEqual(a.key, b?.key);
  });

  it('can be anything', () => {
    for (const raw of [null, 'text', 7, true, [], [{ id: 'inside' }], {}]) {
      const image = parseImage(raw);
      assert.equal(image.id, '');
      assert.equal(image.name, '');
      assert.equal(image.raw, raw);
      assert.deepEqual(image.metadata, {});
    }
  });
});

describe('an answer of images/detail', () => {
  let api: Server;
  beforeEach(async () => {
    api = await startServer({
      tenants: [{ id: documentedTenantId, token: documentedToken, images: 30 }],
    });
  });
  afterEach(() => api.close());

  const source = () => imageSource(api.endpoint(documentedTenantId), { tokens: onlyToken(documentedToken) });
  const page = (limit = 100) =>
    new ComputeClient({
      base: api.endpoint(documentedTenantId),
      tokens: onlyToken(documentedToken),
      timeout: () => 10,
      log: () => undefined,
    }).list(new URLSearchParams({ limit: String(limit) }), NEVER);
  const serverIds = () =>
    api
      .images(documentedTenantId)
      .list()
      .map(({ id }) => id);

  it('keeps what the server sent of each image, key by key and in order', async () => {
    api.faults.add({ do: 'oddImages' });
    const { images } = await page();
    const response = await fetch(`${api.endpoint(documentedTenantId)}/images/detail?limit=100`, {
      headers: { 'X-Auth-Token': documentedToken },
    });
    const { images: sent } = (await response.json()) as { images: unknown[] };
    assert.equal(JSON.stringify(images.map(({ raw }) => raw)), JSON.stringify(sent));
  });

  for (const oddity of Object.keys(oddities) as Oddity[]) {
    it(`loses no image over one that is odd (${oddity})`, async () => {
      api.faults.add({ do: 'oddImages', oddities: [oddity] });
      const { images } = await page();
      const ids = serverIds();
      assert.equal(images.length, ids.length);
      assert.deepEqual(
        images.slice(1).map(({ id }) => id),
        ids.slice(1),
      );
      assert.equal(new Set(images.map(({ key }) => key)).size, ids.length);
      const [odd] = images;
      assert.ok(odd);
      assert.notEqual(odd.key, '');
      assert.equal(typeof odd.name, 'string');
      assert.match(odd.status, /^[A-Z_]+$/);
      for (const value of [odd.size, odd.created, odd.updated, odd.progress, odd.minDisk, odd.minRam]) {
        assert.ok(value === undefined || Number.isFinite(value));
      }
    });
  }

  it('is the same list when the vendor calls it image', async () => {
    api.faults.add({ do: 'wrapAsImage' });
    assert.deepEqual(
      (await page()).images.map(({ id }) => id),
      serverIds(),
    );
  });

  it('tells whether a next page was announced', async () => {
    assert.equal((await page(10)).hasNext, true);
    assert.equal((await page(100)).hasNext, false);
    for (const links of [null, 'next', {}, [], [null], [{ rel: 'prev' }], [{ href: 'x' }]]) {
      api.faults.clear();
      api.faults.add({ do: 'wrongShape', body: { images: [], images_links: links } });
      assert.equal((await page()).hasNext, false, JSON.stringify(links));
    }
  });

  it("tells the server's time", async () => {
    api.clock.set(Date.UTC(2030, 0, 2, 3, 4, 5));
    assert.equal((await page()).serverTime, Date.UTC(2030, 0, 2, 3, 4, 5));
  });

  it('that is not JSON is said to be none', async () => {
    for (const body of [undefined, '', '{"images": [', 'OK', '<html></html>']) {
      api.faults.clear();
      api.faults.add({ do: 'notJson', body });
      const { kind, details } = await apiFailure(page());
      assert.equal(kind, 'notJson', body);
      assert.equal(details.status, 200);
      assert.equal(details.requestId, api.requests.at(-1)?.requestId);
    }
  });

  it('that is JSON of another shape is said to hold no images', async () => {
    const shapes = [
      { servers: [] },
      { images: {} },
      { images: 'none' },
      { images: 3 },
      { image: { id: 'one' } },
      { images: null },
      [],
      [{ id: 'a' }],
      null,
      'images',
      7,
    ];
    for (const body of shapes) {
      api.faults.clear();
      api.faults.add({ do: 'wrongShape', body });
      assert.equal((await apiFailure(page())).kind, 'notImages', JSON.stringify(body));
    }
  });

  it('of one image by its id is that image', async () => {
    const [id = ''] = serverIds();
    const image = await source().image(id, NEVER);
    assert.equal(image.id, id);
    assert.equal(image.name, api.images(documentedTenantId).get(id)?.name);
  });

  it('of one image that is no image is said to be none', async () => {
    for (const body of [{ images: [] }, { image: [] }, { image: null }, [], 'x']) {
      api.faults.clear();
      api.faults.add({ do: 'wrongShape', body, on: 'image' });
      assert.equal((await apiFailure(source().image('x', NEVER))).kind, 'notImages', JSON.stringify(body));
    }
  });
});
