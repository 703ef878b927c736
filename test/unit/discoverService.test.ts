import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { addressesOf } from '../../src/api/images/imagesAddress';
import { endpointOf, readImagesEndpoint, type ImagesEndpoint } from '../../src/api/images/imagesEndpoint';
import { chooseService } from '../../src/api/images/serviceChoice';
import { proveAddress } from '../../src/auth/connect';
import { issueToken } from '../../src/auth/issueToken';
import { demoUser, documentedTenantId, startServer } from '../server/index';
import { apiFailure } from './apiFailure';
import { clientsFor } from './accountParts';
import { imageSource, onePage, onlyToken } from './imageSource';
import { startRawServer, type RawServer } from './rawServer';

const project = { id: documentedTenantId, name: 'demo' };
const nobody = new AbortController().signal;

const ofCompute = (address: string): ImagesEndpoint => {
  const endpoint = endpointOf('compute', address);
  assert.ok(typeof endpoint !== 'string', address);
  return endpoint;
};

const discover = async (base: string, known: typeof project | undefined = project) => {
  const found = await clientsFor().discoverService(ofCompute(base), { project: known }, nobody);
  return addressesOf(found)[0].base;
};

describe('a Compute address without its version', () => {
  it('of a service catalogue leads to the images, by the version that its server names', async () => {
    const api = await startServer({ computeStyle: 'compute', regions: ['tyo1'] });
    try {
      const { name, password } = demoUser;
      const credentials = [
        { kind: 'password', user: { name }, password, project: { id: project.id } },
      ] as const;
      const wish = { address: `${api.origin}/v3`, version: 'v3', credentials } as const;
      const clients = clientsFor();
      const { issued } = await issueToken(clients, wish, nobody);
      const choice = chooseService(issued, { only: 'compute' });
      const address = 'problem' in choice ? '' : (choice.candidates[0]?.url ?? '');
      assert.equal(address, `${api.origin}/compute`);
      const base = addressesOf(await clients.discoverService(ofCompute(address), issued, nobody))[0].base;
      assert.equal(base, `${api.origin}/compute/v2.1`);
      const asked = api.requests.at(-1);
      assert.deepEqual([asked?.path, asked?.headers['x-auth-token']], ['/compute/', undefined]);
      const images = imageSource(base, { tokens: onlyToken(issued.token) });
      assert.equal((await onePage(images, { limit: 10 })).images.length, 5);
    } finally {
      await api.close();
    }
  });

  describe('of a server of another make', () => {
    let server: RawServer;
    let answer: (response: ServerResponse) => void;
    beforeEach(async () => {
      server = await startRawServer((_, response) => answer(response));
    });
    afterEach(() => server.close());
    const versions = (status: number, ...ids: readonly string[]) => {
      const links = [{ rel: 'self', href: 'https://None/v9' }];
      answer = (response) =>
        response.writeHead(status).end(JSON.stringify({ versions: ids.map((id) => ({ id, links })) }));
    };

    it('that does not answer is asked for its version alone, and never with the token', async () => {
      const asked = new Set<string | undefined>();
      const headers: string[] = [];
      answer = (response) => {
        asked.add(response.req.url);
        headers.push(...response.req.rawHeaders);
        response.destroy();
      };
      const endpoint = ofCompute(`${server.origin}/nova`);
      const proof = await proveAddress(clientsFor(), endpoint, { token: 'a-token' }, nobody);
      assert.ok('failure' in proof && typeof proof.failure === 'object');
      assert.deepEqual([...asked], ['/nova/']);
      assert.ok(!headers.includes('a-token'));
    });

    const path = async (known?: typeof project) =>
      (await discover(`${server.origin}/nova`, known)).replace(server.origin, '');

    it('gets v2.1 before v2, with 200 as with 300, and never a link', async () => {
      for (const status of [200, 300]) {
        versions(status, 'v2.0', 'v2.1');
        assert.equal(await path(), '/nova/v2.1');
        versions(status, 'v2.0');
        assert.equal(await path(), `/nova/v2/${documentedTenantId}`);
      }
      assert.deepEqual(new Set(server.requests.map(({ url }) => url)), new Set(['/nova/']));
    });

    it('stays as it is where there is no version to be known', async () => {
      versions(200, 'v3', 'v9');
      assert.equal(await path(), '/nova');
      for (const status of [200, 301, 401, 404, 503]) {
        answer = (response) =>
          response.writeHead(status, { Location: 'https://elsewhere.example/' }).end('<html>');
        assert.equal(await path(), '/nova', String(status));
      }
    });
  });

  it('is not asked where it has one, and fails where nobody answers', async () => {
    const gone = await startRawServer();
    await gone.close();
    assert.equal(await discover(`${gone.origin}/v2.1`), `${gone.origin}/v2.1`);
    assert.equal((await apiFailure(discover(gone.origin))).kind, 'unreachable');
  });
});

describe('an endpoint that somebody has given', () => {
  const given = (address: string): ImagesEndpoint => {
    const endpoint = readImagesEndpoint(address);
    assert.ok(typeof endpoint === 'object', address);
    return endpoint;
  };
  const found = (endpoint: ImagesEndpoint) => clientsFor().discoverService(endpoint, {}, nobody);

  it('gets what its server says of itself, and no token is shown for that', async () => {
    const api = await startServer({ computeStyle: 'compute', regions: ['tyo1'] });
    try {
      const endpoint = given(`${api.origin}/compute`);
      assert.deepEqual(await found(endpoint), { ...endpoint, service: 'compute', version: 'v2.1' });
      assert.deepEqual(
        api.requests.map(({ path, headers }) => [path, headers['x-auth-token']]),
        [['/compute/', undefined]],
      );
    } finally {
      await api.close();
    }
  });

  it('is of the image service where its server answers so, be it without a sign of that', async () => {
    const server = await startRawServer((_, response) => {
      const versions = [{ id: 'v2.15', status: 'CURRENT', links: [] }];
      response.writeHead(300).end(JSON.stringify({ versions }));
    });
    try {
      for (const path of ['', '/v2', '/v2.15', '/v2.9/images', '/deep/v2/images?limit=5']) {
        const { service, root } = await found(given(server.origin + path));
        assert.deepEqual(
          [service, root],
          ['image', `${server.origin}${path.startsWith('/deep') ? '/deep' : ''}`],
        );
      }
    } finally {
      await server.close();
    }
  });

  it('is left open where the document is one of another service', async () => {
    const network = { status: 200, entry: { id: 'v2.0', status: 'CURRENT' } };
    const blocks = {
      status: 300,
      entry: { id: 'v3.0', status: 'CURRENT', min_version: '3.0', updated: 'x' },
    };
    for (const { status, entry } of [network, blocks]) {
      const server = await startRawServer((_, response) =>
        response.writeHead(status).end(JSON.stringify({ versions: [entry] })),
      );
      try {
        const endpoint = given(server.origin);
        assert.equal(await found(endpoint), endpoint);
      } finally {
        await server.close();
      }
    }
  });

  it('is not asked where it names a version, and stays as it is where the server has none', async () => {
    const api = await startServer({});
    try {
      const versioned = given(`${api.origin}/v2.1`);
      const root = given(api.origin);
      assert.equal(await found(versioned), versioned);
      assert.equal(api.requests.length, 0);
      assert.equal(await found(root), root);
    } finally {
      await api.close();
    }
  });
});
