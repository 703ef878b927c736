import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  documentedResponse,
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  generatedToken,
  startServer,
  type ImageJson,
  type Server,
} from '../server/index';

interface ListBody {
  readonly images: readonly ImageJson[];
  readonly images_links?: readonly { readonly rel: string; readonly href: string }[];
}

const tenantId = 'ab12';

describe('the simulated compute service', () => {
  let api: Server;
  beforeEach(async () => {
    api = await startServer();
  });
  afterEach(() => api.close());

  const get = (path: string, token = generatedToken) =>
    fetch(api.origin + path, { headers: { 'X-Auth-Token': token } });
  const list = async (query = '', path = `/v2/${generatedTenantId}`) => {
    const response = await get(`${path}/images/detail${query}`);
    assert.equal(response.status, 200);
    return (await response.json()) as ListBody;
  };
  const inOrder = () =>
    api
      .images(generatedTenantId)
      .list()
      .map(({ id }) => id);
  const refused = async (path: string, token?: string) => {
    const response = await get(path, token);
    return { status: response.status, body: await response.json() };
  };

  it('sends the documented response for the documented request', async () => {
    const response = await get(`/v2/${documentedTenantId}/images/detail`, documentedToken);
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), documentedResponse);
  });

  it('sends everything, newest first, when no limit or a limit of 0 is given', async () => {
    for (const query of ['', '?limit=0']) {
      const { images, images_links } = await list(query);
      assert.deepEqual(
        images.map(({ id }) => id),
        inOrder(),
      );
      assert.equal(images_links, undefined);
      const dates = images.map(({ created }) => created);
      assert.deepEqual(dates, dates.toSorted().reverse());
    }
  });

  it('pages by marker to the last image, with a next link on every full page', async () => {
    const ids: string[] = [];
    for (let marker = ''; ; marker = `&marker=${ids.at(-1) ?? ''}`) {
      const { images, images_links } = await list(`?limit=50${marker}`);
      ids.push(...images.map(({ id }) => id));
      const full = images.length === 50;
      const next = `${api.endpoint(generatedTenantId)}/images/detail?limit=50&marker=${ids.at(-1) ?? ''}`;
      assert.deepEqual(images_links, full ? [{ rel: 'next', href: next }] : undefined);
      if (!full) break;
    }
    assert.deepEqual(ids, inOrder());
  });

  it('ends an exact multiple of the page size with a next link to an empty page', async () => {
    const { images, images_links } = await list('?limit=220');
    assert.equal(images.length, 220);
    assert.equal(images_links?.length, 1);
    assert.deepEqual(await list(`?limit=220&marker=${images.at(-1)?.id ?? ''}`), { images: [] });
  });

  it('honours limits above 1000, without a next link', async () => {
    const large = await startServer({ tenants: [{ id: tenantId, token: 't', images: 1500 }] });
    try {
      const ask = async (limit: number) => {
        const url = `${large.endpoint(tenantId)}/images/detail?limit=${limit}`;
        return (await (await fetch(url, { headers: { 'X-Auth-Token': 't' } })).json()) as ListBody;
      };
      const above = await ask(1200);
      assert.equal(above.images.length, 1200);
      assert.equal(above.images_links, undefined);
      assert.equal((await ask(1000)).images_links?.length, 1);
    } finally {
      await large.close();
    }
  });

  it('refuses limits that are no whole number from 0 up', async () => {
    for (const limit of ['-1', 'abc', '', '1.5']) {
      const { status, body } = await refused(`/v2/${generatedTenantId}/images/detail?limit=${limit}`);
      assert.equal(status, 400, limit);
      assert.equal((body as { badRequest: { code: number } }).badRequest.code, 400);
    }
  });

  it('refuses the marker of a deleted and of an unknown image with 400, of another project with 403', async () => {
    const [first = ''] = inOrder();
    api.images(generatedTenantId).remove(first);
    const path = `/v2/${generatedTenantId}/images/detail?marker=`;
    for (const marker of [first, 'nonsense']) {
      assert.deepEqual(await refused(path + marker), {
        status: 400,
        body: { badRequest: { code: 400, message: `No image found with ID ${marker}` } },
      });
    }
    const { status, body } = await refused(path + (documentedResponse.images[0]?.id ?? ''));
    assert.equal(status, 403);
    assert.ok('forbidden' in (body as object));
  });

  it('takes the last of duplicate parameters and ignores unknown ones', async () => {
    const { images } = await list('?limit=abc&limit=3&sort=name');
    assert.equal(images.length, 3);
  });

  it('matches names exactly, Japanese and spaces included, and finds nothing for an empty name', async () => {
    const added = api.images(generatedTenantId).add({ name: '本番 DB (移行前)+1' });
    const named = await list(`?name=${encodeURIComponent('本番 DB (移行前)+1')}`);
    assert.deepEqual(
      named.images.map(({ id }) => id),
      [added.id],
    );
    assert.deepEqual((await list(`?name=${encodeURIComponent('本番 db (移行前)+1')}`)).images, []);
    assert.deepEqual((await list('?name=')).images, []);
  });

  it('hands the status to Glance, whose words differ', async () => {
    const count = async (status: string) => (await list(`?status=${status}`)).images.length;
    const { images } = await list();
    const shown = (status: string) => images.filter((image) => image.status === status).length;
    assert.equal(await count('ACTIVE'), shown('ACTIVE'));
    // One of the two is queued, which Glance does not call saving.
    assert.equal(shown('SAVING'), 2);
    assert.equal(await count('SAVING'), 1);
    assert.equal(shown('ERROR'), 1);
    for (const status of ['ERROR', 'UNKNOWN', 'DELETED', 'nonsense'])
      assert.equal(await count(status), 0, status);
    const deactivated = await list('?status=deactivated');
    assert.deepEqual(
      deactivated.images.map(({ status }) => status),
      ['UNKNOWN'],
    );
  });

  it('matches the type on the property image_type', async () => {
    const { images } = await list('?type=snapshot');
    assert.ok(images.length > 5);
    assert.ok(images.every(({ metadata }) => metadata.image_type === 'snapshot'));
    for (const type of ['BASE', 'SERVER', 'ALL', ''])
      assert.deepEqual((await list(`?type=${type}`)).images, []);
  });

  it('takes the documented forms of changes-since', async () => {
    const image = api.images(generatedTenantId).add({ created: '2030-01-02T03:04:05Z' });
    const found = async (since: string) => (await list(`?changes-since=${since}`)).images.map(({ id }) => id);
    for (const since of [
      '2030-01-02T03:04:05Z',
      '2030-01-02T03:04:05',
      '2030-01-02T03:04:04.999999Z',
      '2030-01-02',
      '2030-01-02T12:04:05%2B09:00',
    ]) {
      assert.deepEqual(await found(since), [image.id], since);
    }
    assert.deepEqual(await found('2030-01-02T03:04:06Z'), []);
  });

  it('refuses other forms of changes-since with an escaped message', async () => {
    for (const since of ['2030-01-02T12:04:05+09:00', '1893553445', 'yesterday', '2030-13-45']) {
      const { status, body } = await refused(`/v2/${generatedTenantId}/images/detail?changes-since=${since}`);
      assert.equal(status, 400, since);
      const { message } = (body as { badRequest: { message: string } }).badRequest;
      assert.match(message, /Bad &quot;updated_at&quot; query filter format/);
    }
  });

  it('reports deleted images to changes-since as ConoHa does, or leaves them out as stock Nova does', async () => {
    const images = api.images(generatedTenantId);
    const { id } = images.add({ created: '2030-01-02T03:04:05Z' });
    api.clock.set(new Date('2030-02-03T04:05:06Z'));
    images.remove(id);
    const since = '?changes-since=2030-01-01T00:00:00Z';
    const reported = (await list(since)).images.map(({ status, updated }) => ({ status, updated }));
    assert.deepEqual(reported, [{ status: 'DELETED', updated: '2030-02-03T04:05:06Z' }]);
    assert.equal((await list(`${since}&marker=${id}`)).images.length, 0);
    assert.ok(!(await list()).images.some((image) => image.id === id));
    api.deletedImages = 'omitted';
    assert.deepEqual((await list(since)).images, []);
  });

  it('shows an image by id, and 404 for one that is unknown, deleted or of another project', async () => {
    const [first = '', second = ''] = inOrder();
    const { body } = await refused(`/v2/${generatedTenantId}/images/${first}`);
    assert.deepEqual(body, { image: (await list('?limit=1')).images[0] });
    api.images(generatedTenantId).remove(second);
    for (const id of [second, 'nonsense', '%E0%A4', documentedResponse.images[0]?.id ?? '']) {
      assert.deepEqual(await refused(`/v2/${generatedTenantId}/images/${id}`), {
        status: 404,
        body: { itemNotFound: { code: 404, message: 'Image not found.' } },
      });
    }
  });

  it('shows an image on its way from queued to active', async () => {
    const images = api.images(generatedTenantId);
    const { id } = images.add({ status: 'queued', size: 0, created: '2030-01-02T03:04:05Z' });
    const shown = async () => {
      const [image] = (await list('?limit=1')).images;
      return { id: image?.id, status: image?.status, progress: image?.progress };
    };
    assert.deepEqual(await shown(), { id, status: 'SAVING', progress: 25 });
    images.advance(id);
    assert.deepEqual(await shown(), { id, status: 'SAVING', progress: 50 });
    images.advance(id);
    assert.deepEqual(await shown(), { id, status: 'ACTIVE', progress: 100 });
    images.setStatus(id, 'killed');
    assert.deepEqual(await shown(), { id, status: 'ERROR', progress: 0 });
  });

  it('serves the same list under v2, v2.1 with a project and v2.1 without one', async () => {
    const ids = async (path: string) => (await list('', path)).images.map(({ id }) => id);
    assert.deepEqual(await ids(`/v2.1/${generatedTenantId}`), inOrder());
    assert.deepEqual(await ids('/v2.1'), inOrder());
    assert.deepEqual(await ids('/compute/v2.1'), inOrder());
  });

  it('keeps other images in other regions', async () => {
    const { images } = await list('', `/tyo2/v2/${generatedTenantId}`);
    assert.ok(images.length > 0);
    assert.ok(images.every(({ id }) => !inOrder().includes(id)));
    assert.equal(api.requests.at(-1)?.region, 'tyo2');
  });

  it('asks for authentication before anything else', async () => {
    api.tokens.issue({ id: 'short', tenantId: generatedTenantId, lifetimeSeconds: 60 });
    const unauthorized = {
      status: 401,
      body: {
        error: {
          code: 401,
          title: 'Unauthorized',
          message: 'The request you have made requires authentication.',
        },
      },
    };
    const path = `/v2/${generatedTenantId}/images/detail`;
    assert.equal((await get(path, 'short')).status, 200);
    api.clock.advance(60);
    assert.deepEqual(await refused(path, 'short'), unauthorized);
    assert.deepEqual(await refused(path, 'wrong'), unauthorized);
    assert.deepEqual(await refused('/v2/not-a-tenant/images/detail', 'wrong'), unauthorized);
    assert.equal((await fetch(api.origin + path)).status, 401);
  });

  it("refuses another tenant's path with 400 and a malformed one with an HTML page", async () => {
    const { status, body } = await refused(`/v2/${documentedTenantId}/images/detail`);
    assert.equal(status, 400);
    const message = `Malformed request URL: URL's project_id '${documentedTenantId}' doesn't match Context's project_id '${generatedTenantId}'`;
    assert.deepEqual(body, { badRequest: { code: 400, message } });
    for (const path of [
      '/v2/not-a-tenant/images/detail',
      `/v2/${generatedTenantId}/image`,
      '/v2/images/detail',
      '/x',
    ]) {
      const response = await get(path);
      assert.equal(response.status, 404, path);
      assert.match(response.headers.get('Content-Type') ?? '', /text\/html/);
      assert.match(await response.text(), /<h1>404 Not Found<\/h1>/);
    }
  });

  it('ends the image list with microversion 2.36 under v2.1', async () => {
    const ask = async (version: string, microversion: string) => {
      const headers = { 'X-Auth-Token': generatedToken, 'OpenStack-API-Version': `compute ${microversion}` };
      const url = `${api.origin}/${version}/${generatedTenantId}/images/detail?limit=1`;
      return (await fetch(url, { headers })).status;
    };
    assert.equal(await ask('v2.1', '2.36'), 404);
    assert.equal(await ask('v2.1', 'latest'), 404);
    assert.equal(await ask('v2.1', '2.35'), 200);
    assert.equal(await ask('v2', '2.36'), 200);
  });

  it('dates and numbers its answers', async () => {
    api.clock.set(new Date('2030-01-02T03:04:05Z'));
    const old = await get(`/v2/${generatedTenantId}/images/detail?limit=1`);
    assert.equal(old.headers.get('Date'), 'Wed, 02 Jan 2030 03:04:05 GMT');
    assert.equal(old.headers.get('x-compute-request-id'), api.requests[0]?.requestId);
    const current = await get('/v2.1/images/detail?limit=1');
    assert.match(current.headers.get('x-openstack-request-id') ?? '', /^req-[0-9a-f-]{36}$/);
  });

  it('compresses for those who accept it', async () => {
    const ask = (encoding: string) =>
      fetch(`${api.endpoint(generatedTenantId)}/images/detail`, {
        headers: { 'X-Auth-Token': generatedToken, 'Accept-Encoding': encoding },
      });
    const compressed = await ask('gzip, deflate, br');
    assert.equal(compressed.headers.get('Content-Encoding'), 'gzip');
    assert.equal(((await compressed.json()) as ListBody).images.length, 220);
    for (const encoding of ['identity', 'gzip;q=0']) {
      assert.equal((await ask(encoding)).headers.get('Content-Encoding'), null, encoding);
    }
  });

  it('logs every request with what was asked, by whom, and how it was answered', async () => {
    await list('?limit=2&name=x');
    await get('/nowhere');
    await api.untilRequests((requests) => requests.every(({ outcome }) => outcome === 'answered'));
    const [first, second] = api.requests;
    assert.equal(first?.path, `/v2/${generatedTenantId}/images/detail`);
    assert.equal(first.query.get('name'), 'x');
    assert.equal(first.headers['x-auth-token'], generatedToken);
    assert.deepEqual(
      [first.kind, first.tenant, first.status, first.rows],
      ['list', generatedTenantId, 200, 0],
    );
    assert.ok(first.millis !== undefined && first.millis >= 0);
    assert.deepEqual([second?.kind, second?.status], ['other', 404]);
    api.clearRequests();
    assert.equal(api.requests.length, 0);
  });

  it('notices a client that goes away before its answer', async () => {
    api.faults.add({ do: 'hang' });
    const leaving = new AbortController();
    const answer = fetch(`${api.endpoint(generatedTenantId)}/images/detail`, {
      headers: { 'X-Auth-Token': generatedToken },
      signal: leaving.signal,
    });
    await api.untilRequests((requests) => requests.length === 1);
    leaving.abort();
    await assert.rejects(answer);
    await api.untilRequests(([request]) => request?.outcome === 'abandoned');
  });
});
