import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { Canceled } from '../../src/base/canceled';
import { startServer, type Server, type TenantSpec } from '../server/index';
import { clientsFor } from './accountParts';
import { apiFailure } from './apiFailure';
import { onlyToken, TOKEN } from './imageSource';
import { plainImages } from './plainImages';

const TENANT = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const NEVER = new AbortController().signal;
const CONOHAS = [
  { name: 'vmi-ubuntu', tags: ['dst_version=24.04', 'dst_name=Ubuntu'], owner: 'vendor' },
  { name: 'saved', size: 5000, visibility: 'private' },
  { name: 'saved, too', size: 1234, visibility: 'private' },
] as const;

describe('the storage for saved images', () => {
  let api: Server;
  afterEach(() => api.close());

  const serve = async (images: TenantSpec['images'], imageQuota?: string) => {
    api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images, imageQuota }] });
  };
  /** The images of an account, as far as its first page. */
  const opened = async (service?: 'compute') => {
    const place =
      service === undefined
        ? ({ base: api.imageEndpoint(TENANT), service: 'image' } as const)
        : { base: api.endpoint(TENANT) };
    const source = clientsFor().images({ ...place, tenant: TENANT }, onlyToken(TOKEN));
    const images = plainImages(source);
    await images.ensureStarted();
    return {
      images,
      read: (signal = NEVER) => source.storage?.(images.loaded, signal),
    };
  };
  const asked = () => api.requests.map(({ path }) => path).filter((path) => !path.endsWith('/images'));

  describe('of ConoHa', () => {
    beforeEach(() => serve(CONOHAS, '550GB'));

    it('is used bytes and a quota in its own unit, asked for only when somebody looks', async () => {
      const { read } = await opened();
      assert.deepEqual(asked(), []);
      assert.deepEqual(await read(), { used: 6234, quota: '550GB' });
      assert.deepEqual(asked().sort(), ['/image/v2/images/total', '/image/v2/quota']);
      assert.ok(api.requests.every(({ headers }) => headers['x-auth-token'] === TOKEN));
    });

    it('is asked for again at the next look, unless the service does not have it', async () => {
      const { read } = await opened();
      await read();
      api.images(TENANT).add({ name: 'another', size: 766 });
      assert.equal((await read())?.used, 7000);
      api.faults.add({ do: 'status', status: 404, on: /quota$/ });
      api.clearRequests();
      assert.deepEqual(await read(), { used: 7000, quota: undefined });
      await read();
      assert.deepEqual(asked().sort(), [
        '/image/v2/images/total',
        '/image/v2/images/total',
        '/image/v2/quota',
      ]);
    });

    it('fails as any request does, and may be asked for again then', async () => {
      const { read } = await opened();
      const fault = api.faults.add({ do: 'status', status: 503, on: /total$/ });
      assert.equal((await apiFailure(read() ?? assert.fail('none'))).kind, 'server');
      fault.remove();
      assert.equal((await read())?.used, 6234);
    });

    it('is given up with whoever has looked', async () => {
      const { read } = await opened();
      api.faults.add({ do: 'hang', on: /total$/ });
      const left = new AbortController();
      const reading = read(left.signal) ?? assert.fail('none');
      await api.untilRequests(() => asked().length === 2);
      left.abort();
      await assert.rejects(reading, Canceled);
      await api.untilRequests((all) => all.some(({ outcome }) => outcome === 'abandoned'));
    });

    it('is not known where the answer has another shape', async () => {
      const { read } = await opened();
      api.faults.add({ do: 'wrongShape', on: /total$|quota$/, body: { images: [], quota: { cores: 4 } } });
      assert.equal(await read(), undefined);
    });

    it('is nothing that Compute is asked for', async () => {
      const { read } = await opened('compute');
      assert.equal(await read(), undefined);
      assert.equal(api.requests.filter(({ kind }) => kind !== 'list').length, 0);
    });
  });

  it('is not asked of another cloud', async () => {
    await serve([{ name: 'ubuntu', tags: ['lts', 'os=ubuntu'] }], '50GB');
    const { read } = await opened();
    assert.equal(await read(), undefined);
    assert.deepEqual(asked(), []);
  });

  it('is asked once where a service that looks like ConoHa’s has none', async () => {
    await serve(CONOHAS);
    const { read } = await opened();
    assert.deepEqual([await read(), await read()], [undefined, undefined]);
    assert.deepEqual(asked().sort(), ['/image/v2/images/total', '/image/v2/quota']);
  });
});
