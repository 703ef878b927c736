import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { Canceled } from '../../src/base/canceled';
import { discoverIdentity, type DiscoveryOptions } from '../../src/api/identity/identity';
import { parseIdentityAddress, type IdentityAddress } from '../../src/api/identity/identityAddress';
import { obtainToken } from '../../src/auth/connect';
import { startServer, type Server, type ServerOptions } from '../server/index';
import { clientsFor } from './accountParts';
import { apiFailure } from './apiFailure';
import { startRawServer, type RawServer } from './rawServer';

const typed = (address: string): IdentityAddress => {
  const parsed = parseIdentityAddress(address);
  assert.ok(typeof parsed !== 'string', address);
  return parsed;
};

const discover = (address: string, options: Partial<DiscoveryOptions> = {}) =>
  discoverIdentity(
    typed(address),
    { timeout: () => 10, log: () => undefined, ...options },
    new AbortController().signal,
  );

describe('the version of an identity service', () => {
  let api: Server;
  const start = async (options: ServerOptions) => {
    await api.close();
    api = await startServer(options);
  };
  beforeEach(async () => {
    api = await startServer();
  });
  afterEach(() => api.close());

  it('is the one that the address names, in every form of it, and then nobody is asked', async () => {
    for (const path of ['/v3', '/v3/', '/v3/auth/tokens', '/v3/auth/tokens/']) {
      assert.deepEqual(await discover(api.origin + path), { address: `${api.origin}/v3`, version: 'v3' });
    }
    for (const path of ['/v2.0', '/v2.0/', '/v2.0/tokens', '/v2']) {
      const found = { address: `${api.origin}/v2.0`, version: 'v2.0' };
      assert.deepEqual(await discover(api.origin + path), found);
    }
    assert.deepEqual(await discover(`"${api.origin}/identity/v3/auth/tokens" `), {
      address: `${api.origin}/identity/v3`,
      version: 'v3',
    });
    assert.equal(api.requests.length, 0);
  });

  it('is asked for where the address was just typed, and taken where it is only hidden', async () => {
    const found = { address: `${api.origin}/v3`, version: 'v3' };
    assert.deepEqual(await discover(`${api.origin}/v3`, { isTyped: true }), found);
    assert.equal(api.requests.length, 1);
    for (const address of [`${api.origin}/nowhere/v3`, 'http://127.0.0.1:1/v3']) {
      const { kind } = await apiFailure(discover(address, { isTyped: true }));
      assert.match(kind, /^(notFound|notIdentity|unreachable)$/, address);
    }
    const hidden = await startRawServer((_request, response) => response.writeHead(401).end());
    try {
      const address = `${hidden.origin}/v3`;
      assert.deepEqual(await discover(address, { isTyped: true }), { address, version: 'v3' });
    } finally {
      await hidden.close();
    }
  });

  describe('at the address of a service of images below a path', () => {
    const glance = JSON.stringify({ versions: [{ id: 'v2.15', status: 'CURRENT', links: [] }] });
    const nova = JSON.stringify({
      versions: [
        { id: 'v2.1', status: 'CURRENT', updated: '2013-07-23T11:33:21Z', version: '2.90', links: [] },
      ],
    });
    for (const [instead, status, document] of [
      ['image', 300, glance],
      ['compute', 200, nova],
    ] as const)
      it(`is none, though that wants a token as well: of ${instead}`, async () => {
        const server = await startRawServer(({ url }, response) =>
          url === '/prefix/img/' ? response.writeHead(status).end(document) : response.writeHead(401).end(),
        );
        try {
          for (const address of ['', '/v2', '/v3']) {
            const failure = await apiFailure(
              discover(`${server.origin}/prefix/img${address}`, { isTyped: true }),
            );
            assert.deepEqual([failure.kind, failure.details.instead], ['notIdentity', instead], address);
          }
        } finally {
          await server.close();
        }
      });

    it('is not looked for where the server says that it is out of order', async () => {
      const asked: (string | undefined)[] = [];
      const server = await startRawServer(({ url }, response) => {
        asked.push(url);
        response.writeHead(503).end();
      });
      try {
        for (const address of ['', '/v3'])
          assert.equal(
            (await apiFailure(discover(server.origin + address, { isTyped: true }))).kind,
            'server',
          );
        assert.ok(!asked.includes('/'), asked.join(' '));
      } finally {
        await server.close();
      }
    });

    it('is none at the simulated one, which nothing secret is sent to', async () => {
      const { kind, details } = await apiFailure(discover(`${api.origin}/image/v2`, { isTyped: true }));
      assert.deepEqual([kind, details.instead], ['notIdentity', 'image']);
      assert.deepEqual(
        api.requests.map(({ method, path, body }) => [method, path, body]),
        [
          ['GET', '/image/v2.0', ''],
          ['GET', '/image/', ''],
        ],
      );
    });
  });

  it('is v3 where both are served', async () => {
    assert.deepEqual(await discover(`${api.origin}/`), { address: `${api.origin}/v3`, version: 'v3' });
    assert.equal(api.requests.length, 1);
  });

  it('is v2.0 where only that is served', async () => {
    await start({ identityVersions: ['v2.0'] });
    const found = { address: `${api.origin}/v2.0`, version: 'v2.0' };
    assert.deepEqual(await discover(api.origin), found);
    assert.equal(api.requests.length, 2);
  });

  it('is looked for below the path that the address has', async () => {
    assert.deepEqual(await discover(`${api.origin}/identity/`), {
      address: `${api.origin}/identity/v3`,
      version: 'v3',
    });
  });

  it('is not asked for where it is known from elsewhere, unless the address names another', async () => {
    const known = { version: 'v2.0' } as const;
    assert.deepEqual(await discover(api.origin, known), {
      address: `${api.origin}/v2.0`,
      version: 'v2.0',
    });
    assert.equal((await discover(`${api.origin}/v3`, known)).version, 'v3');
    assert.equal(api.requests.length, 0);
  });

  it('is found without a word about who asks', async () => {
    await discover(api.origin);
    assert.deepEqual(
      api.requests.map(({ method, body, headers }) => [method, body, headers['x-auth-token']]),
      [['GET', '', undefined]],
    );
  });

  it('is not looked for on a server that does not answer', async () => {
    const { origin } = api;
    await api.close();
    assert.equal((await apiFailure(discover(origin))).kind, 'unreachable');
    api = await startServer();
  });

  it('is looked for no longer than somebody waits', async () => {
    api.faults.add({ do: 'hang', on: 'versions' });
    const leaving = new AbortController();
    const options = { timeout: () => 10, log: () => undefined };
    const outcome = assert.rejects(discoverIdentity(typed(api.origin), options, leaving.signal), Canceled);
    await api.untilRequests((all) => all.length === 1);
    leaving.abort();
    await outcome;
    assert.equal(api.requests.length, 1);
  });

  it('is not looked for at an address that would show a password on the way', async () => {
    const credentials = [
      { kind: 'password', user: { name: 'demo' }, password: 'word', project: {} },
    ] as const;
    for (const identity of ['http://identity.example', 'not an address']) {
      const token = obtainToken(clientsFor(), { identity, credentials }, new AbortController().signal);
      const { kind, details } = await apiFailure(token);
      assert.deepEqual([kind, details.host], ['notIdentity', identity]);
    }
  });

  describe('of a server of another make', () => {
    let server: RawServer;
    let answer: (path: string, response: ServerResponse) => void;
    beforeEach(async () => {
      server = await startRawServer((request, response) => answer(request.url ?? '', response));
    });
    afterEach(() => server.close());
    const version = (id: string) => JSON.stringify({ version: { id, links: [] } });

    it('is not read from pages that are shown at every address', async () => {
      answer = (_, response) => response.end('<html><title>Welcome</title></html>');
      assert.equal((await apiFailure(discover(server.origin))).kind, 'notIdentity');
      answer = (_, response) => response.end('{"version": {"id": "v2.1"}}');
      assert.equal((await discover(server.origin)).version, 'v2.0');
    });

    it('is found although the other one is refused in some other way than with 404', async () => {
      for (const status of [300, 302, 400, 401, 403, 500]) {
        answer = (path, response) =>
          path === '/v2.0' ? response.end(version('v2.0')) : response.writeHead(status).end('{}');
        assert.equal((await discover(server.origin)).version, 'v2.0', String(status));
      }
    });

    it('is missing with the reason of the server, where that has one', async () => {
      answer = (path, response) => response.writeHead(path === '/v3' ? 404 : 503).end();
      assert.equal((await apiFailure(discover(server.origin))).kind, 'server');
      answer = (_, response) => response.writeHead(404).end();
      const { kind, details } = await apiFailure(discover(server.origin));
      assert.equal(kind, 'notIdentity');
      assert.equal(details.host, new URL(server.origin).host);
    });

    it('is hidden for a reason of its own, which has nothing to do with tokens', async () => {
      for (const [status, expected] of [
        [401, 'identityUnauthorized'],
        [403, 'identityForbidden'],
        [405, 'identityNotAllowed'],
        [407, 'proxyWantsAuth'],
      ] as const) {
        answer = (path, response) => response.writeHead(path === '/v3' ? status : 404).end();
        const { kind, details } = await apiFailure(discover(server.origin));
        assert.deepEqual([kind, details.status, details.service], [expected, status, 'identity']);
      }
    });

    it('is not found behind a redirect, which is named and not followed', async () => {
      for (const status of [301, 302, 307, 308]) {
        const location = 'https://login.example/v3';
        answer = (_, response) => response.writeHead(status, { Location: location }).end();
        const { kind, details } = await apiFailure(discover(server.origin));
        assert.deepEqual([kind, details.location, details.service], ['redirect', location, 'identity']);
      }
    });

    it('leads to the same server, wherever its links and redirects point', async () => {
      const elsewhere = await startRawServer();
      try {
        const links = [{ rel: 'self', href: `${elsewhere.origin}/v3/` }];
        answer = (_, response) => response.end(JSON.stringify({ version: { id: 'v3.14', links } }));
        assert.equal((await discover(server.origin)).address, `${server.origin}/v3`);
        answer = (_, response) => response.writeHead(301, { Location: `${elsewhere.origin}/v3` }).end();
        assert.equal((await apiFailure(discover(server.origin))).kind, 'redirect');
        assert.equal(elsewhere.requests.length, 0);
      } finally {
        await elsewhere.close();
      }
    });
  });
});

describe('an identity address', () => {
  it('is taken with or without scheme, version and the rest', () => {
    const root = 'https://identity.tyo1.conoha.io';
    for (const [text, version] of [
      ['identity.tyo1.conoha.io', undefined],
      [`${root}/`, undefined],
      [`'${root}/v2.0/tokens'`, 'v2.0'],
      [`${root}/v3/auth/tokens`, 'v3'],
      [' identity.tyo1.conoha.io/v3/ ', 'v3'],
    ] as const) {
      assert.deepEqual(parseIdentityAddress(text), { root, version }, text);
    }
  });

  it('is refused where it could not keep a secret', () => {
    assert.equal(parseIdentityAddress('http://identity.tyo1.conoha.io/v2.0'), 'notHttps');
    assert.equal(parseIdentityAddress('https://me:word@identity.tyo1.conoha.io'), 'credentials');
    assert.equal(parseIdentityAddress(''), 'notAnAddress');
  });
});
