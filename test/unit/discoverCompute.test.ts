import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { computeCandidates, imagesBase } from '../../src/api/images/compute/computeAddress';
import { discoverCompute } from '../../src/api/images/compute/discoverCompute';
import { parseEndpoint, type Endpoint } from '../../src/api/endpoint';
import { discoverEndpoint, proveAddress } from '../../src/auth/connect';
import { issueToken } from '../../src/auth/issueToken';
import { demoUser, documentedTenantId, startServer } from '../server/index';
import { apiFailure } from './apiFailure';
import { clientsFor } from './accountParts';
import { imageSource, onePage, onlyToken } from './imageSource';
import { startRawServer, type RawServer } from './rawServer';

const project = { id: documentedTenantId, name: 'demo' };
const nobody = new AbortController().signal;

const endpointOf = (address: string): Endpoint => {
  const endpoint = parseEndpoint(address);
  assert.ok(typeof endpoint !== 'string', address);
  return endpoint;
};

const discover = async (base: string, known: typeof project | undefined = project) => {
  const connection = { timeout: () => 5, log: () => undefined };
  return imagesBase(await discoverCompute(endpointOf(base), known, connection, nobody));
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
      const choice = computeCandidates(issued, {});
      const address = 'problem' in choice ? '' : (choice.candidates[0]?.url ?? '');
      assert.equal(address, `${api.origin}/compute`);
      const base = imagesBase(await clients.discoverCompute(endpointOf(address), issued, nobody));
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
      const endpoint = endpointOf(`${server.origin}/nova`);
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
  it('gets the version that its server has, and no token is shown for that', async () => {
    const api = await startServer({ computeStyle: 'compute', regions: ['tyo1'] });
    try {
      const given = endpointOf(`${api.origin}/compute`);
      const endpoint = await discoverEndpoint(clientsFor(), given, nobody);
      assert.deepEqual(endpoint, { ...given, version: 'v2.1' });
      assert.deepEqual(
        api.requests.map(({ path, headers }) => [path, headers['x-auth-token']]),
        [['/compute/', undefined]],
      );
    } finally {
      await api.close();
    }
  });

  it('is not asked where it names a version, and stays as it is where the server has none', async () => {
    const api = await startServer({});
    try {
      const versioned = endpointOf(`${api.origin}/v2.1`);
      const root = endpointOf(api.origin);
      assert.equal(await discoverEndpoint(clientsFor(), versioned, nobody), versioned);
      assert.equal(api.requests.length, 0);
      assert.equal(await discoverEndpoint(clientsFor(), root, nobody), root);
    } finally {
      await api.close();
    }
  });
});
