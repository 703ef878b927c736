import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ApiError } from '../../src/api/apiError';
import { readImagesEndpoint } from '../../src/api/images/imagesEndpoint';
import type { WantedServices } from '../../src/api/images/serviceChoice';
import { connect, proveAddress, type AddressFailure } from '../../src/auth/connect';
import {
  demoUser,
  generatedTenantId,
  selfSignedCertificate,
  startServer,
  type Server,
  type ServerOptions,
} from '../server/index';
import { clientsFor } from './accountParts';

const nobody = new AbortController().signal;

const kindOf = (failure: AddressFailure | undefined): string | undefined =>
  failure instanceof ApiError ? failure.kind : failure;

describe('the service that images are asked of', () => {
  let api: Server;
  beforeEach(async () => {
    api = await startServer({ regions: ['tyo1'] });
  });
  afterEach(() => api.close());

  const start = async (options: ServerOptions): Promise<void> => {
    await api.close();
    api = await startServer({ regions: ['tyo1'], ...options });
  };
  const signIn = async (
    wanted: WantedServices = {},
    version: 'v3' | 'v2.0' = 'v3',
    clients = clientsFor(),
  ) => {
    const { name, password } = demoUser;
    const user = version === 'v3' ? { name, domainId: 'default' } : { name };
    const credential = { kind: 'password', user, password, project: { id: generatedTenantId } } as const;
    const wish = { identity: `${api.origin}/${version}`, credentials: [credential], version } as const;
    const { place, failure } = await connect(clients, wish, wanted, nobody);
    return place ?? kindOf(failure);
  };
  const image = () => ({ base: `${api.origin}/image/v2`, service: 'image' });
  const compute = () => ({ base: `${api.origin}/v2.1/${generatedTenantId}` });
  const askedOfCompute = () => api.requests.filter(({ path }) => path.includes('/images/detail')).length;

  describe('with Identity v3', () => {
    it('is the image service, by one small page, whatever version the catalogue names or lacks', async () => {
      for (const imageStyle of ['image', 'image/v2', 'image/v1'] as const) {
        await start({ imageStyle });
        assert.deepEqual(await signIn(), image(), imageStyle);
        const asked = api.requests.filter(({ headers }) => headers['x-auth-token'] !== undefined);
        assert.deepEqual(
          asked.map(({ url }) => url),
          ['/image/v2/images?limit=1'],
        );
      }
    });

    it('is Compute where the catalogue has nothing else', async () => {
      await start({ imageStyle: 'none' });
      assert.deepEqual(await signIn(), compute());
    });

    for (const [what, fault] of [
      ['300', { do: 'status', status: 300 }],
      ['404', { do: 'status', status: 404 }],
      ['a list of another kind', { do: 'wrongShape' }],
    ] as const) {
      it(`is Compute where the image service proves to be none: ${what}`, async () => {
        api.faults.add({ ...fault, on: /^\/image\// });
        assert.deepEqual(await signIn(), compute());
      });
    }

    for (const [status, kind] of [
      [401, 'unauthorized'],
      [403, 'forbidden'],
      [429, 'rateLimited'],
      [500, 'server'],
      [503, 'server'],
    ] as const) {
      it(`is not known where the image service answers ${status}: that is told`, async () => {
        api.faults.add({ do: 'status', status, on: /^\/image\// });
        assert.equal(await signIn(), kind);
        assert.equal(askedOfCompute(), 0);
      });
    }

    for (const [what, fault, kind] of [
      ['does not answer in time', { do: 'hang' }, 'timeout'],
      ['ends the connection', { do: 'disconnect' }, 'unreachable'],
      ['breaks off its answer', { do: 'cutOff' }, 'interrupted'],
      ['redirects', { do: 'redirect', to: 'http://localhost:1' }, 'redirect'],
    ] as const) {
      it(`is not known where the image service ${what}: that is told`, async () => {
        api.faults.add({ ...fault, on: /^\/image\// });
        assert.equal(await signIn({}, 'v3', clientsFor({ timeout: () => 1 })), kind);
        assert.equal(askedOfCompute(), 0);
      });
    }

    it('is not known where the certificate of the image service is not accepted: that is told', async () => {
      const other = await startServer({ regions: ['tyo1'], certificate: await selfSignedCertificate() });
      try {
        const image = { base: other.imageEndpoint(generatedTenantId) };
        assert.equal(await signIn({ image, compute: { base: compute().base } }), 'certificate');
        assert.equal(askedOfCompute() + other.requests.length, 0);
      } finally {
        await other.close();
      }
    });

    it('is not known where something else answers with a page of its own', async () => {
      api.faults.add({ do: 'notJson', on: /^\/image\// });
      assert.equal(await signIn(), 'notJson');
      assert.equal(askedOfCompute(), 0);
    });

    it('is told with what Compute says, where that is more than that it is none either', async () => {
      api.faults.add({ do: 'status', status: 404, on: /^\/image\// });
      api.faults.add({ do: 'status', status: 403, on: /^\/v2\.1\// });
      assert.equal(await signIn(), 'forbidden');
      api.faults.clear();
      api.faults.add({ do: 'status', status: 404, on: /images/ });
      assert.equal(await signIn(), 'notFound');
    });

    it('is the one whose address a cloud gives in the place of the catalogue’s', async () => {
      assert.deepEqual(await signIn({ compute: { base: compute().base } }), compute());
      assert.deepEqual(await signIn({ image: { base: `${api.origin}/image` } }), image());
    });

    it('is the one that a person has chosen', async () => {
      assert.deepEqual(await signIn({ only: 'compute' }), compute());
      assert.deepEqual(await signIn({ only: 'image' }), image());
    });
  });

  it('with Identity v2.0 is Compute, and the image service where a person has chosen that', async () => {
    const v2 = { base: `${api.origin}/v2/${generatedTenantId}` };
    assert.deepEqual(await signIn({}, 'v2.0'), v2);
    assert.deepEqual(await signIn({ only: 'image' }, 'v2.0'), image());
  });

  describe('of an address that somebody gives', () => {
    const prove = async (address: string, project?: string) => {
      const endpoint = readImagesEndpoint(address);
      if (typeof endpoint === 'string') return endpoint;
      const { token } = api.tenants.find(({ id }) => id === generatedTenantId) ?? { token: '' };
      const proof = await proveAddress(
        clientsFor(),
        endpoint,
        { token, project: project === undefined ? undefined : { id: project, name: '' } },
        nobody,
      );
      return 'place' in proof ? proof.place : kindOf(proof.failure);
    };

    it('shows in it, with or without version, prefix and what stands behind', async () => {
      for (const path of [
        '',
        '/',
        '/v2',
        '/v2/',
        '/v1',
        '/v2/images',
        '/v2/images?limit=25',
        '/v2.9/images',
      ]) {
        assert.deepEqual(await prove(`${api.origin}/image${path}`), image(), path);
      }
      for (const path of ['', '/images/detail', '/images/detail?limit=5', '/images']) {
        assert.deepEqual(await prove(compute().base + path), compute(), path);
      }
    });

    it('is found out without the token where it does not show in it', async () => {
      assert.deepEqual(await prove(`${api.origin}/pictures`), {
        base: `${api.origin}/pictures/v2`,
        service: 'image',
      });
      const [first] = api.requests;
      assert.deepEqual([first?.path, first?.headers['x-auth-token']], ['/pictures/', undefined]);
    });

    it('is none where the server has neither, and the token has gone nowhere else', async () => {
      assert.equal(await prove(`${api.origin}/deep/nowhere`), 'notFound');
    });
  });
});
