import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  documentedResponse,
  generatedTenantId,
  generatedToken,
  startServer,
  vendorProject,
  vps3Region,
  vps3Tenant,
  vps3TenantId,
  vps3Token,
  type GlanceJson,
  type Server,
} from '../server/index';

const documentedImageIds = documentedResponse.images.map(({ id }) => id);

interface ListBody {
  readonly images: readonly GlanceJson[];
  readonly first: string;
  readonly next?: string;
  readonly schema: string;
}

describe('the simulated image service', () => {
  let api: Server;
  beforeEach(async () => {
    api = await startServer();
  });
  afterEach(() => api.close());

  const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${api.origin}/image${path}`, {
      headers: { 'X-Auth-Token': generatedToken, Accept: 'application/json', ...headers },
      redirect: 'manual',
    });
  const list = async (query = '') => {
    const response = await ask(`/v2/images${query}`);
    assert.equal(response.status, 200, query);
    return (await response.json()) as ListBody;
  };
  const ids = async (query: string) => (await list(query)).images.map(({ id }) => id);
  const refusal = async (path: string) => {
    const response = await ask(path);
    return { status: response.status, body: await response.json() };
  };
  const images = () => api.images(generatedTenantId);
  const listed = () =>
    images()
      .list()
      .filter(({ status }) => status !== 'killed');

  it('sends 25 images where no limit is asked for, and a path to the rest that knows no prefix', async () => {
    const body = await list();
    const last = body.images.at(-1)?.id ?? '';
    assert.equal(body.images.length, 25);
    assert.deepEqual(
      [body.first, body.next, body.schema],
      ['/v2/images', `/v2/images?marker=${last}`, '/v2/schemas/images'],
    );
  });

  it('pages by marker to the last image, in the order of Compute, without a next link at the end', async () => {
    const seen: string[] = [];
    for (let marker = ''; ; marker = `&marker=${seen.at(-1) ?? ''}`) {
      const { images: page, next } = await list(`?limit=50${marker}`);
      seen.push(...page.map(({ id }) => id));
      assert.equal(next !== undefined, page.length === 50);
      if (next === undefined) break;
    }
    assert.deepEqual(
      seen,
      listed().map(({ id }) => id),
    );
  });

  it('cuts a limit above its cap and gives a next link all the same', async () => {
    api.faults.add({ do: 'capLimit', limit: 40, nextLinks: 'given' });
    const { images: page, next } = await list('?limit=100');
    assert.equal(page.length, 40);
    assert.ok(next?.startsWith('/v2/images?limit=100&marker='));
  });

  it('takes a limit of 0 for none at all, and refuses what is no whole number', async () => {
    const { images: none, next } = await list('?limit=0');
    assert.deepEqual([none, next], [[], undefined]);
    for (const limit of ['-1', 'abc', '', '1.5']) {
      assert.equal((await refusal(`/v2/images?limit=${limit}`)).status, 400, limit);
    }
  });

  it('refuses markers of images that are not there, and of other projects', async () => {
    const [first] = images().list();
    images().remove(first?.id ?? '');
    for (const marker of [first?.id ?? '', 'nonsense', '']) {
      const { status, body } = await refusal(`/v2/images?marker=${marker}`);
      assert.equal(status, 400);
      assert.match((body as { message: string }).message, new RegExp(`No image found with ID ${marker}`));
    }
    assert.equal((await refusal(`/v2/images?marker=${documentedImageIds[0] ?? ''}`)).status, 403);
  });

  it('takes a parameter that it does not know for a property, which empties the list', async () => {
    for (const query of ['page_size=3', 'fields=id', 'type=snapshot', 'changes_since=2026-01-01']) {
      assert.deepEqual(await ids(`?${query}`), [], query);
    }
    const snapshots = listed().filter(({ metadata }) => metadata.image_type === 'snapshot');
    assert.ok(snapshots.length > 0);
    assert.equal((await ids('?limit=1000&image_type=snapshot')).length, snapshots.length);
    assert.equal((await refusal('/v2/images?changes-since=2026-01-01')).status, 400);
    assert.equal((await refusal('/v2/images?properties=x')).status, 500);
    assert.equal((await ids('?limit=5&deleted=true')).length, 5);
  });

  it('takes what stands before a colon in a name for an operator', async () => {
    const { id } = images().add({ name: 'a:b' });
    const foo = images().add({ name: 'foo' });
    assert.equal((await refusal('/v2/images?name=a:b')).status, 400);
    assert.deepEqual(await ids('?name=in:foo'), [foo.id]);
    assert.deepEqual(await ids('?name=eq:a:b'), [id]);
    assert.deepEqual(await ids('?name=FOO'), []);
    assert.deepEqual(await ids('?name='), []);
  });

  it('knows its status words in lower case, and never lists what is killed or deleted', async () => {
    const count = async (status: string) => (await ids(`?limit=1000&status=${status}`)).length;
    assert.equal(
      await count('active'),
      images()
        .list()
        .filter(({ status }) => status === 'active').length,
    );
    assert.equal(await count('in:queued,saving'), 2);
    assert.equal(await count('deactivated'), 1);
    for (const status of ['ACTIVE', 'nonsense', 'killed', 'deleted'])
      assert.equal(await count(status), 0, status);
    assert.equal((await refusal('/v2/images?status=neq:active')).status, 400);
    assert.ok(
      images()
        .list()
        .some(({ status }) => status === 'killed'),
    );
  });

  it('tells what has changed since a time, compared with microseconds that it does not show', async () => {
    api.clock.set(new Date('2030-01-02T03:04:05Z'));
    const { id } = images().add();
    const since = async (value: string) => ids(`?updated_at=${value}`);
    for (const value of ['2030-01-02T03:04:05Z', '2030-01-02', '2030-01-02T12:04:05%2B09:00']) {
      assert.deepEqual(await since(`gte:${value}`), [id], value);
    }
    assert.deepEqual(await since('gte:2030-01-02T03:04:06Z'), []);
    assert.deepEqual(await since('gt:2030-01-02T03:04:05Z'), [id]);
    assert.deepEqual(await since('eq:2030-01-02T03:04:05Z'), []);
    for (const value of [
      'gte:2030-01-02T12:04:05+09:00',
      'gte:1893553445',
      'gte:yesterday',
      'gte:',
      '2030',
    ]) {
      assert.equal((await refusal(`/v2/images?updated_at=${value}`)).status, 400, value);
    }
    images().remove(id);
    assert.deepEqual(await since('gte:2030-01-02'), []);
  });

  it('filters by owner, visibility, tags, sizes and formats', async () => {
    const tags = ['app_name=X', 'app_version=1.0=beta'];
    const { id } = images().add({ tags, size: 7, diskFormat: 'iso', protected: true });
    const queued = images().add({ status: 'queued', size: 0 });
    assert.deepEqual(await ids('?tag=app_name%3DX&tag=app_version%3D1.0%3Dbeta'), [id]);
    assert.deepEqual(await ids('?tag=app_name%3DX&tag=app_version%3D2'), []);
    assert.deepEqual(await ids('?size_max=7'), [id]);
    assert.ok(!(await ids('?limit=1000&size_min=0')).includes(queued.id));
    assert.deepEqual(await ids('?disk_format=in:iso,raw'), [id]);
    assert.deepEqual(await ids('?protected=true'), [id]);
    const own = await list(`?limit=1000&owner=${generatedTenantId}`);
    assert.ok(own.images.some((image) => image.id === id));
    assert.ok(own.images.every(({ visibility }) => visibility !== 'public'));
    const { images: vendor } = await list('?limit=1000&visibility=public');
    assert.deepEqual(new Set(vendor.map(({ owner }) => owner)), new Set([vendorProject]));
    for (const query of [
      'visibility=Public',
      'member_status=x',
      'protected=True',
      'size_min=x',
      'os_hidden=1',
    ]) {
      assert.equal((await refusal(`/v2/images?${query}`)).status, 400, query);
    }
  });

  it('lists hidden, community and shared images only when it is asked for them, though it shows each by id', async () => {
    const owner = 'beef';
    const added = {
      hidden: images().add({ hidden: true }),
      community: images().add({ owner, visibility: 'community' }),
      accepted: images().add({ owner, visibility: 'shared' }),
      pending: images().add({ owner, visibility: 'shared', memberStatus: 'pending' }),
      rejected: images().add({ owner, visibility: 'shared', memberStatus: 'rejected' }),
      own: images().add({ visibility: 'community' }),
      killed: images().add({ status: 'killed' }),
    };
    const found = async (query: string) => {
      const all = await ids(`?limit=1000${query}`);
      return Object.entries(added).flatMap(([what, { id }]) => (all.includes(id) ? [what] : []));
    };
    assert.deepEqual(await found(''), ['accepted', 'own']);
    assert.deepEqual(await found('&visibility=all'), ['community', 'accepted', 'own']);
    assert.deepEqual(await found('&visibility=community'), ['community', 'own']);
    assert.deepEqual(await found('&member_status=pending'), ['pending', 'own']);
    assert.deepEqual(await found('&visibility=all&member_status=all'), [
      'community',
      'accepted',
      'pending',
      'rejected',
      'own',
    ]);
    assert.equal((await list('?os_hidden=True')).images.length, 1);
    assert.deepEqual(await found('&os_hidden=true'), ['hidden']);
    for (const { id } of Object.values(added)) assert.equal((await ask(`/v2/images/${id}`)).status, 200);
    const compute = await fetch(`${api.endpoint(generatedTenantId)}/images/detail`, {
      headers: { 'X-Auth-Token': generatedToken },
    });
    const ofCompute = (await compute.json()) as ListBody;
    assert.ok(!ofCompute.images.some(({ id }) => id === added.hidden.id || id === added.pending.id));
  });

  it('sends an image by id as it is in the list, wrapped into nothing', async () => {
    const {
      images: [first],
    } = await list('?limit=1');
    assert.deepEqual(await (await ask(`/v2/images/${first?.id ?? ''}`)).json(), first);
    for (const id of ['nonsense', 'detail', documentedImageIds[0] ?? '']) {
      const message = `No image found with ID ${id}<br /><br />\n\n\n`;
      assert.deepEqual(await refusal(`/v2/images/${id}`), {
        status: 404,
        body: { message, code: '404 Not Found', title: 'Not Found' },
      });
    }
  });

  it('has properties beside its own keys, no size before all is there, and tags in another order each time', async () => {
    const { id } = images().add({
      status: 'saving',
      size: 0,
      tags: ['a', 'b', 'c'],
      metadata: { os_type: 'linux' },
    });
    const one = async () => (await (await ask(`/v2/images/${id}`)).json()) as GlanceJson;
    const [first, second] = [await one(), await one()];
    assert.deepEqual(
      [first.os_type, first.size, first.checksum, first.status, first.visibility, first.owner],
      ['linux', null, null, 'saving', 'shared', generatedTenantId],
    );
    assert.notDeepEqual(first.tags, second.tags);
    assert.deepEqual(first.tags.toSorted(), second.tags.toSorted());
    assert.deepEqual({ ...first, tags: [] }, { ...second, tags: [] });
  });

  it('wants a token wherever a version is named, and bears no request id where it is refused', async () => {
    const refused = await ask('/v2/images', { 'X-Auth-Token': 'wrong' });
    assert.equal(refused.status, 401);
    assert.equal(refused.headers.get('x-openstack-request-id'), null);
    assert.match(refused.headers.get('WWW-Authenticate') ?? '', /^Keystone uri=/);
    assert.equal((await ask('/v2/nowhere', { 'X-Auth-Token': 'wrong' })).status, 401);
    assert.equal((await ask('/v2/nowhere')).status, 404);
    assert.match((await ask('/v2/images')).headers.get('x-openstack-request-id') ?? '', /^req-/);
  });

  it('tells its versions to everybody, wherever none is named', async () => {
    for (const path of ['', '/', '/images', '/v1/images']) {
      const response = await ask(path, { 'X-Auth-Token': 'wrong' });
      assert.equal(response.status, 300, path);
      const { versions } = (await response.json()) as { versions: readonly { id: string }[] };
      assert.equal(versions[0]?.id, 'v2.15');
    }
    const slash = await ask('/v2');
    assert.deepEqual([slash.status, slash.headers.get('Location')], [302, `${api.origin}/image/v2/`]);
    assert.equal((await ask('/v2.9/images')).status, 200);
  });

  it('answers errors as its client takes them', async () => {
    const text = async (Accept: string) => (await ask('/v2/images?limit=x', { Accept })).text();
    assert.match(await text('application/json'), /"code":"400 Bad Request","title":"Bad Request"/);
    assert.match(await text('*/*'), /<h1>400 Bad Request<\/h1>/);
    assert.match(await text('text/plain'), /^400 Bad Request/);
    api.faults.add({ do: 'status', status: 500, message: 'broken' });
    assert.match(await text('application/json'), /"message":"broken<br \/>/);
  });

  it('is no service of Compute, which answers the same path with a brief list', async () => {
    const response = await fetch(`${api.origin}/v2/images?limit=1`, {
      headers: { 'X-Auth-Token': generatedToken },
    });
    const body = (await response.json()) as ListBody;
    assert.deepEqual(Object.keys(body.images[0] ?? {}), ['id', 'name', 'links']);
    assert.equal(body.schema, undefined);
    assert.deepEqual(
      api.requests.map(({ service, kind }) => [service, kind]),
      [['compute', 'brief']],
    );
  });

  it('answers a token of no project with a list of its own', async () => {
    const { id } = api.tokens.issue({});
    const body = (await (await ask('/v2/images', { 'X-Auth-Token': id })).json()) as ListBody;
    assert.deepEqual(new Set(body.images.map(({ visibility }) => visibility)), new Set(['public']));
  });

  it('knows no storage for saved images but where the cloud is ConoHa', async () => {
    assert.equal((await refusal('/v2/images/total')).status, 404);
    assert.equal((await refusal('/v2/quota')).status, 404);
  });
});

describe('the simulated VPS 3.0', () => {
  let api: Server;
  beforeEach(async () => {
    api = await startServer({ tenants: [vps3Tenant, { images: 5 }], regions: ['tyo1', vps3Region] });
  });
  afterEach(() => api.close());

  const get = async (path: string) => {
    const url = `${api.imageEndpoint(vps3TenantId)}/${path}`;
    return (await (await fetch(url, { headers: { 'X-Auth-Token': vps3Token } })).json()) as ListBody;
  };
  const tagged = ({ tags }: GlanceJson, key: string) => tags.some((tag) => tag.startsWith(`${key}=`));

  it('has app, distribution and place in the list as tags of its public images, and as no properties', async () => {
    const { images } = await get('images?limit=200&visibility=public');
    assert.ok(images.length >= 140 && images.length <= 170, `${images.length} images`);
    for (const image of images) {
      assert.ok(tagged(image, 'service_type') && tagged(image, 'display_order'), String(image.name));
      assert.ok(tagged(image, 'app_name') || tagged(image, 'dst_name'), String(image.name));
      assert.ok(!('app' in image) && !('dst' in image));
      assert.match(String(image.name), /^vmi-/);
    }
    assert.ok(images.some((image) => tagged(image, 'app_name') && tagged(image, 'dst_name')));
    assert.ok(images.some((image) => tagged(image, 'app_name') && !tagged(image, 'dst_name')));
    const names = images.filter(({ status }) => status === 'active').map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    assert.ok(images.length > names.length);
  });

  it('has saved images, of which one is being saved, and an ISO image that is being uploaded', async () => {
    const { images } = await get(`images?limit=200&owner=${vps3TenantId}`);
    assert.ok(images.some(({ status }) => status === 'saving'));
    assert.ok(images.every((image) => image.image_type === undefined && image.tags.length === 0));
    const isos = images.filter((image) => image.disk_format === 'iso');
    assert.deepEqual(
      isos.map(({ status, size, visibility }) => [status, size, visibility]),
      [['queued', null, 'shared']],
    );
  });

  it('tells how much is saved, and how much may be', async () => {
    assert.deepEqual(await get('quota'), { quota: { image_size: '550GB' } });
    const { images } = (await get('images/total')) as unknown as { images: { size: number } };
    const own = api
      .images(vps3TenantId)
      .list()
      .filter(({ owner }) => owner === undefined);
    assert.equal(
      images.size,
      own.reduce((sum, { size }) => sum + (size ?? 0), 0),
    );
    assert.ok(images.size > 0);
  });

  it('has a region to itself', () => {
    const [three, other] = api.tenants;
    assert.deepEqual([three?.regions, other?.regions], [[vps3Region], ['tyo1']]);
    assert.equal(three?.imageEndpoint, `${api.origin}/${vps3Region}/image/v2`);
  });
});
