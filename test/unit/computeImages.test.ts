import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { Canceled } from '../../src/base/canceled';
import type { ImagesOptions } from '../../src/api/images/imagesClient';
import type { PageRequest, ServerQuery } from '../../src/api/images/imageSource';
import type { RequestRecord } from '../../src/api/http/requestLog';
import { startServer, type Fault, type Server } from '../server/index';
import { apiFailure, everythingIn } from './apiFailure';
import { imageSource, onePage, TOKEN } from './imageSource';
import { startRawServer } from './rawServer';

const TENANT = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const NEVER = new AbortController().signal;

type Asked = Partial<PageRequest> & { readonly query?: ServerQuery };

describe('images of Compute', () => {
  let api: Server;
  let records: RequestRecord[];
  beforeEach(async () => {
    records = [];
    api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images: 30 }] });
  });
  afterEach(() => api.close());

  const source = (options: Partial<ImagesOptions> = {}, base = api.endpoint(TENANT)) =>
    imageSource(base, { log: (record) => records.push(record), ...options });
  const page = (request: Asked = {}, signal = NEVER) => onePage(source(), { limit: 10, ...request }, signal);

  describe('are asked for', () => {
    const asked = async (request: Asked) => {
      await page(request);
      return Object.fromEntries(api.requests.at(-1)?.query ?? []);
    };

    it('with the limit alone on the first page, and with the marker on the others', async () => {
      assert.deepEqual(await asked({ limit: 7 }), { limit: '7' });
      const marker = api.images(TENANT).list()[3]?.id ?? '';
      assert.deepEqual(await asked({ limit: 7, marker }), { limit: '7', marker });
    });

    it('with the filters of the query by the names of the API, whatever characters are in them', async () => {
      const name = 'Webサーバー & "a b"+c/%?#=é';
      api.images(TENANT).add({ id: 'found', name });
      assert.deepEqual(await asked({ query: { name, status: 'ACTIVE', type: 'snapshot' } }), {
        limit: '10',
        name,
        status: 'ACTIVE',
        type: 'snapshot',
      });
      assert.deepEqual(
        (await page({ query: { name } })).images.map(({ id }) => id),
        ['found'],
      );
    });

    for (const nameOperators of ['understood', 'unknown'] as const) {
      it(`by any name with a colon, also page by page, where operators before it are ${nameOperators}`, async () => {
        await api.close();
        api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images: 30 }], nameOperators });
        api.images(TENANT).add({ name: 'foo' });
        for (const name of ['a:b', 'in:foo', 'eq:a:b', 'eq:', ':', '本番:2026', 'in:"foo"']) {
          const ids = [1, 2, 3].map(() => api.images(TENANT).add({ name }).id).reverse();
          const listing = source().list({ name });
          const found: string[] = [];
          for (let marker: string | undefined; found.length < ids.length; marker = found.at(-1)) {
            const answer = await listing.page({ limit: 2, marker }, NEVER);
            assert.ok(answer.kind === 'page' && answer.images.length > 0, name);
            found.push(...answer.images.map(({ id }) => id));
          }
          assert.deepEqual(found.sort(), ids.sort(), name);
        }
      });

      it(`by a name with a colon from a marker on, as after a restart, where operators are ${nameOperators}`, async () => {
        await api.close();
        api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images: 5 }], nameOperators });
        const ids = [1, 2, 3].map(() => api.images(TENANT).add({ name: 'a:b' }).id);
        const first = await onePage(source(), { query: { name: 'a:b' }, limit: 2 });
        const marker = first.images.at(-1)?.id;
        const rest = await onePage(source(), { query: { name: 'a:b' }, limit: 2, marker });
        assert.deepEqual([...first.images, ...rest.images].map(({ id }) => id).sort(), ids.sort());
      });

      it(`by a name with a colon that no image has, where operators are ${nameOperators}`, async () => {
        await api.close();
        api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images: 30 }], nameOperators });
        api.images(TENANT).add({ name: 'foo' });
        for (const name of ['x:y', 'in:foo', 'eq:foo']) {
          assert.deepEqual((await page({ query: { name } })).images, [], name);
        }
      });
    }

    it('with changes-since in UTC, in whole seconds, with a Z', async () => {
      const changesSince = Date.UTC(2026, 10, 23, 1, 2, 3, 999);
      assert.equal((await asked({ query: { changesSince } }))['changes-since'], '2026-11-23T01:02:03Z');
    });

    it('with the token in its header, and with no microversion', async () => {
      await page();
      const { headers, url } = api.requests[0] ?? {};
      assert.equal(headers?.['x-auth-token'], TOKEN);
      assert.equal(headers['openstack-api-version'], undefined);
      assert.equal(headers['x-openstack-nova-api-version'], undefined);
      assert.ok(!url?.includes(TOKEN));
    });

    it('under every kind of endpoint', async () => {
      for (const path of [`/v2/${TENANT}`, `/v2.1/${TENANT}`, '/v2.1']) {
        const { images } = await onePage(source({}, api.origin + path), { limit: 3 });
        assert.equal(images.length, 3, path);
        assert.equal(api.requests.at(-1)?.path, `${path}/images/detail`);
      }
    });

    it('one by one by their ids, with strange ids escaped', async () => {
      api.images(TENANT).add({ id: 'one' });
      assert.equal((await source().image('one', NEVER)).id, 'one');
      const { kind, details } = await apiFailure(source().image('a b/c?d#é', NEVER));
      assert.equal(api.requests.at(-1)?.url, `/v2/${TENANT}/images/a%20b%2Fc%3Fd%23%C3%A9`);
      assert.equal(kind, 'notFound');
      assert.equal(details.serverMessage, 'Image not found.');
    });
  });

  it('are never asked for at an address that an answer names', async () => {
    const contacted = new Set<unknown>();
    const watch = (message: unknown) =>
      contacted.add((message as { request: ClientRequest }).request.getHeader('Host'));
    const second = await startRawServer();
    subscribe('http.client.request.start', watch);
    const away = (id: string) => [{ rel: 'self', href: `${second.origin}/v2/${TENANT}/images/${id}` }];
    api.faults.add({
      do: 'wrongShape',
      body: {
        images: [{ id: 'a', links: away('a') }],
        images_links: [{ rel: 'next', href: `${second.origin}/v2/${TENANT}/images/detail?marker=a` }],
      },
    });
    const first = await page();
    assert.equal(first.end, 'more');
    api.faults.clear();
    for (const to of ['none', 'internal', 'otherPort'] as const) {
      const wrong = api.faults.add({ do: 'wrongLinks', to });
      const { images, end } = await page();
      assert.equal(end, 'more');
      await page({ marker: images.at(-1)?.id });
      await source().image(images[0]?.id ?? '', NEVER);
      wrong.remove();
    }
    for (const to of [second.origin, 'https://None/']) {
      api.faults.clear();
      api.faults.add({ do: 'redirect', to });
      await apiFailure(page());
    }
    unsubscribe('http.client.request.start', watch);
    assert.deepEqual([...contacted], [new URL(api.origin).host]);
    assert.equal(second.requests.length, 0);
    await second.close();
  });

  describe('whose token was refused', () => {
    const renewing = (replacement: string | undefined) => {
      const refused: string[] = [];
      const tokens = {
        token: () => Promise.resolve('stale'),
        replacement: (token: string) => {
          refused.push(token);
          return Promise.resolve(replacement);
        },
      };
      return { refused, images: source({ tokens }) };
    };

    it('are asked for once more with another token', async () => {
      const { refused, images } = renewing(TOKEN);
      assert.equal((await onePage(images, { limit: 10 })).images.length, 10);
      assert.deepEqual(refused, ['stale']);
      assert.deepEqual(
        api.requests.map(({ headers }) => headers['x-auth-token']),
        ['stale', TOKEN],
      );
      assert.deepEqual(
        records.map(({ outcome }) => outcome),
        [401, 200],
      );
    });

    it('are asked for no third time', async () => {
      const { refused, images } = renewing('stale too');
      const { kind } = await apiFailure(onePage(images, { limit: 10 }));
      assert.equal(kind, 'unauthorized');
      assert.deepEqual(refused, ['stale']);
      assert.equal(api.requests.length, 2);
    });

    it('are not asked for again without another token', async () => {
      const { images } = renewing(undefined);
      assert.equal((await apiFailure(images.image('x', NEVER))).kind, 'unauthorized');
      assert.equal(api.requests.length, 1);
    });

    it('and only then: another failure asks for no other token', async () => {
      const { refused, images } = renewing(TOKEN);
      for (const status of [400, 403, 404, 429, 500]) {
        api.faults.clear();
        api.faults.add({ do: 'status', status });
        await apiFailure(onePage(images, { limit: 10 }));
      }
      assert.deepEqual(refused, []);
      assert.equal(api.requests.length, 5);
    });
  });

  describe('are logged', () => {
    it('with method, address, status, milliseconds, rows and request id', async () => {
      await page({ query: { name: 'none of them' } });
      await page();
      await source().image(api.images(TENANT).list()[0]?.id ?? '', NEVER);
      const [none, list, one] = records;
      assert.equal(none?.rows, 0);
      assert.equal(list?.method, 'GET');
      assert.equal(list.url, `${api.endpoint(TENANT)}/images/detail?limit=10`);
      assert.equal(list.outcome, 200);
      assert.equal(list.rows, 10);
      assert.equal(list.requestId, api.requests[1]?.requestId);
      assert.ok(Number.isInteger(list.milliseconds) && list.milliseconds >= 0);
      assert.equal(one?.outcome, 200);
      assert.equal(one.rows, undefined);
    });

    it('with the status or the kind of a failure, each once', async () => {
      const cases: readonly (readonly [Fault, number | string])[] = [
        [{ do: 'status', status: 503 }, 503],
        [{ do: 'redirect', to: 'http://127.0.0.1:9/' }, 302],
        [{ do: 'notJson' }, 'notJson'],
        [{ do: 'wrongShape' }, 'notImages'],
        [{ do: 'cutOff' }, 'interrupted'],
        [{ do: 'disconnect' }, 'unreachable'],
      ];
      for (const [fault, outcome] of cases) {
        records = [];
        api.faults.clear();
        api.faults.add(fault);
        await apiFailure(page());
        assert.deepEqual(
          records.map((record) => record.outcome),
          [outcome],
        );
      }
    });

    it('when they were called off', async () => {
      api.faults.add({ do: 'hang' });
      const controller = new AbortController();
      const work = page({}, controller.signal);
      await api.untilRequests((all) => all.length === 1);
      controller.abort();
      await assert.rejects(work, Canceled);
      assert.deepEqual(
        records.map(({ outcome }) => outcome),
        ['canceled'],
      );
    });
  });

  it('keep the token out of errors and logs, whatever a server does with it', async () => {
    const faults: readonly Fault[] = [
      { do: 'status', status: 400, message: `${'long '.repeat(95)}${TOKEN}` },
      { do: 'status', status: 401, message: `The token ${TOKEN} has expired` },
      { do: 'status', status: 403, message: TOKEN },
      { do: 'status', status: 503, message: `<i>${TOKEN}</i>` },
      { do: 'redirect', to: `http://127.0.0.1:9/${TOKEN}/x?token=${TOKEN}` },
      { do: 'redirect', to: `http://127.0.0.1:9/${encodeURIComponent(TOKEN)}` },
      { do: 'notJson', body: TOKEN },
      { do: 'wrongShape', body: { token: TOKEN } },
      { do: 'cutOff' },
      { do: 'disconnect' },
      { do: 'unauthorized', as: 'text' },
    ];
    for (const fault of faults) {
      api.faults.clear();
      api.faults.add({ ...fault, on: 'any' });
      const texts = [await apiFailure(page()), await apiFailure(source().image(TOKEN.slice(4, 9), NEVER))]
        .map(everythingIn)
        .concat(everythingIn(records));
      for (const text of texts) {
        for (let at = 0; at + 20 <= TOKEN.length; at++) {
          assert.ok(!text.includes(TOKEN.slice(at, at + 20)), `${fault.do} tells the token`);
        }
      }
    }
  });

  it('are not asked for when there is no token to be had', async () => {
    const tokens = {
      token: () => Promise.reject(new Canceled()),
      replacement: () => Promise.resolve(undefined),
    };
    await assert.rejects(onePage(source({ tokens }), { limit: 1 }), Canceled);
    assert.equal(api.requests.length, 0);
  });
});
