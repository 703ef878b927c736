import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { ApiErrorKind } from '../../src/api/apiError';
import { Canceled } from '../../src/base/canceled';
import { Identity, type IdentityOptions } from '../../src/api/identity/identity';
import type { UserReference, IdentityVersion, Credential } from '../../src/api/identity/credential';
import { readIssuedToken } from '../../src/api/identity/identityAnswer';
import type { ServiceEndpoint } from '../../src/api/identity/issuedToken';
import type { RequestRecord } from '../../src/api/http/requestLog';
import {
  demoUser,
  documentedTenantId,
  generatedTenantId,
  selfSignedCertificate,
  startServer,
  type Fault,
  type Server,
  type ServerOptions,
} from '../server/index';
import { apiFailure, everythingIn } from './apiFailure';
import { startRawServer } from './rawServer';
import { trusting } from './trustFiles';

const MINUTE = 60_000;

/** Characters of a server's message that are kept. */
const LONGEST_MESSAGE = 500;

const userByName = { name: demoUser.name, domain: 'Default' };

function password(changes: Partial<Extract<Credential, { kind: 'password' }>> = {}): Credential {
  const project = { id: documentedTenantId };
  return { kind: 'password', user: userByName, password: demoUser.password, project, ...changes };
}

const { id, name, secret } = demoUser.applicationCredential;
const credentialById: Credential = { kind: 'applicationCredential', id, secret };

const nobody = new AbortController().signal;

function openOf(endpoints: readonly ServiceEndpoint[]): string | undefined {
  return ofCompute(endpoints).find((endpoint) => endpoint.interface === 'public')?.url;
}

function ofCompute(endpoints: readonly ServiceEndpoint[]): readonly ServiceEndpoint[] {
  return endpoints.filter(({ service }) => service === 'compute');
}

describe('an identity service', () => {
  let api: Server;
  let records: RequestRecord[];
  const start = async (options: ServerOptions) => {
    await api.close();
    api = await startServer(options);
  };
  beforeEach(async () => {
    records = [];
    api = await startServer();
  });
  afterEach(() => api.close());

  const identity = (version: IdentityVersion, options: Partial<IdentityOptions> = {}) =>
    new Identity({
      address: `${api.origin}/${version}`,
      version,
      timeout: () => 10,
      log: (record) => records.push(record),
      ...options,
    });
  const issue = (version: IdentityVersion, credential = password(), signal = nobody) =>
    identity(version).issue(credential, signal);
  const sentBody = (): unknown => JSON.parse(api.requests.at(-1)?.body ?? '');
  const imagesWith = async (url: string | undefined, token: string) => {
    const answer = await fetch(`${url}/images/detail`, { headers: { 'X-Auth-Token': token } });
    return answer.ok ? ((await answer.json()) as { images: unknown[] }).images.length : answer.status;
  };

  for (const version of ['v2.0', 'v3'] as const) {
    describe(`of version ${version}`, () => {
      it('gives a token that lists the images of the project, where its catalogue says', async () => {
        const { token, project, endpoints } = await issue(version);
        assert.deepEqual(project, { id: documentedTenantId, name: api.tenants[0]?.name });
        assert.equal(await imagesWith(openOf(endpoints), token), 5);
      });

      it('tells in UTC when the token was issued and when it ends', async () => {
        await start({ tokenLifetimeSeconds: 600 });
        const noon = Date.UTC(2026, 10, 23, 12);
        api.clock.set(noon);
        const { issued = 0, expires = 0 } = await issue(version);
        assert.ok(issued >= noon && issued < noon + MINUTE, new Date(issued).toISOString());
        assert.ok(Math.abs(expires - issued - 10 * MINUTE) <= 1000, new Date(expires).toISOString());
      });

      it('takes the user by an id and the project by its name', async () => {
        const project = { name: api.tenants[1]?.name, domainId: 'default' };
        const issued = await issue(version, password({ user: { id: demoUser.id }, project }));
        assert.equal(issued.project?.id, generatedTenantId);
      });

      it('refuses a wrong password and a foreign project as wrong credentials', async () => {
        for (const wrong of [{ password: 'wrong' }, { project: { id: 'f'.repeat(32) } }]) {
          const { kind, details } = await apiFailure(issue(version, password(wrong)));
          assert.equal(kind, 'wrongCredentials');
          assert.equal(details.status, 401);
          assert.match(details.serverMessage ?? '', /requires authentication/);
        }
      });

      it('has each request logged once, without anything secret', async () => {
        const { token } = await issue(version);
        await apiFailure(issue(version, password({ password: 'wrong-one' })));
        assert.deepEqual(
          records.map(({ method, outcome }) => [method, outcome]),
          [
            ['POST', version === 'v3' ? 201 : 200],
            ['POST', 401],
          ],
        );
        assert.equal(records[1]?.url, `${api.origin}/${version}${version === 'v3' ? '/auth' : ''}/tokens`);
        const logged = everythingIn(records);
        for (const text of [token, demoUser.password, 'wrong-one']) assert.ok(!logged.includes(text), text);
      });

      it('is told to fail in the way it does', async () => {
        const faults: readonly (readonly [Fault, ApiErrorKind])[] = [
          [{ do: 'status', status: 403 }, 'forbidden'],
          [{ do: 'status', status: 429, retryAfter: 3 }, 'rateLimited'],
          [{ do: 'status', status: 503 }, 'server'],
          [{ do: 'notJson' }, 'notIdentity'],
          [{ do: 'wrongShape' }, 'notIdentity'],
          [{ do: 'wrongShape', body: [] }, 'notIdentity'],
          [{ do: 'wrongShape', body: { access: { token: { id: 7 } }, token: null } }, 'notIdentity'],
          [{ do: 'cutOff' }, 'interrupted'],
        ];
        for (const [fault, kind] of faults) {
          const handle = api.faults.add({ ...fault, on: 'token' });
          assert.equal((await apiFailure(issue(version))).kind, kind, fault.do);
          assert.equal(handle.hits, 1);
          handle.remove();
        }
      });

      it('gets the password at its own address only, wherever it redirects to', async () => {
        const elsewhere = await startRawServer();
        try {
          api.faults.add({ do: 'redirect', to: elsewhere.origin, status: 307, on: 'token' });
          const { kind, details } = await apiFailure(issue(version));
          assert.equal(kind, 'redirect');
          assert.ok(details.location?.startsWith(elsewhere.origin));
          assert.equal(elsewhere.requests.length, 0);
        } finally {
          await elsewhere.close();
        }
      });

      it('is left as soon as nobody waits any more', async () => {
        api.faults.add({ do: 'hang', on: 'token' });
        const leaving = new AbortController();
        const outcome = assert.rejects(issue(version, password(), leaving.signal), Canceled);
        await api.untilRequests((all) => all.length === 1);
        leaving.abort();
        await outcome;
        await api.untilRequests(([request]) => request?.outcome === 'abandoned');
        assert.equal(records[0]?.outcome, 'canceled');
      });

      it('is given up after the time that is allowed', async () => {
        api.faults.add({ do: 'hang', on: 'token' });
        const impatient = identity(version, { timeout: () => 0.05 });
        assert.equal((await apiFailure(impatient.issue(password(), nobody))).kind, 'timeout');
      });

      it('is refused for a certificate of its own making, unless its authority is known', async () => {
        const certificate = await selfSignedCertificate();
        await start({ certificate });
        assert.equal((await apiFailure(issue(version))).kind, 'certificate');
        const trust = trusting(certificate);
        const { project } = await identity(version, { trust }).issue(password(), nobody);
        assert.equal(project?.id, documentedTenantId);
      });
    });
  }

  describe('that repeats what it was sent', () => {
    const echo = (wrap: (body: string) => string) =>
      startRawServer((request, response) => {
        let body = '';
        request.setEncoding('utf8').on('data', (part: string) => (body += part));
        request.on('end', () => response.writeHead(400).end(wrap(body)));
      });
    const ways: readonly (readonly [string, (body: string) => string])[] = [
      ['as it was', (body) => body],
      ['as a message', (body) => JSON.stringify({ error: { message: body } })],
      ['escaped for a page', (body) => `<html><body>${body.replaceAll('"', '&quot;')}</body></html>`],
      [
        'so late that the message is cut in the middle of it',
        (body) => '-'.repeat(LONGEST_MESSAGE - 6 - body.indexOf('Geheim')) + body,
      ],
    ];
    for (const [how, wrap] of ways) {
      it(`${how} does not get a password or a secret into the message`, async () => {
        const server = await echo(wrap);
        try {
          const address = `${server.origin}/v3`;
          for (const credential of [
            password({ password: 'Geheim"\\Wort' }),
            { ...credentialById, secret: 'Geheim"\\Wort' },
          ]) {
            const error = await apiFailure(identity('v3', { address }).issue(credential, nobody));
            assert.equal(error.kind, 'badRequest');
            assert.match(error.details.serverMessage ?? '', /identity|---/);
            assert.doesNotMatch(everythingIn([error, records]), /Gehei/);
          }
        } finally {
          await server.close();
        }
      });
    }
  });

  it('of version v2.0 names the region that was asked, and its entries without an address are skipped', async () => {
    const found = (region: string, path = '') =>
      [
        ['compute', `/v2/${documentedTenantId}`],
        ['image', '/image'],
      ].map(([service, end]) => ({
        ...{ service, region, interface: 'public', url: `${api.origin}${path}${end}` },
      }));
    assert.deepEqual((await issue('v2.0')).endpoints, found('tyo1'));
    const address = `${api.origin}/tyo2/v2.0`;
    const { endpoints } = await identity('v2.0', { address }).issue(password(), nobody);
    assert.deepEqual(endpoints, found('tyo2', '/tyo2'));
  });

  it('of version v3 names every address of every region, as it stands in the catalogue', async () => {
    await start({ computeStyle: 'v2.1', regions: ['tyo1', 'tyo2', 'sjc1'] });
    const { endpoints } = await issue('v3');
    const regions = ['tyo1', 'tyo2', 'sjc1'];
    const found = ['image', 'compute'].flatMap((service) => {
      const path = service === 'image' ? '/image' : '/v2.1';
      return regions.flatMap((region, at) => [
        { service, region, interface: 'admin', url: `http://10.0.0.12:8774/${region}${path}` },
        { service, region, interface: 'internal', url: `http://10.0.0.11:8774/${region}${path}` },
        { service, region, interface: 'public', url: `${api.origin}${at === 0 ? '' : `/${region}`}${path}` },
      ]);
    });
    assert.deepEqual(endpoints, found);
  });

  it('whose catalogue has no address of a web server, or none at all, names none', async () => {
    const odd = ['http:/nova.example:8774/v2.1', 'https:/nova.example/v2.1', 'https:nova.example/v2.1'];
    odd.push('https:///nova.example/v2.1', 'https:\\\\nova.example/v2.1', 'https://nova.example\\@x.example');
    const endpoints = ['', 'ftp://compute.example/v2', 'compute', null, 7, ...odd].map((url) => ({
      interface: 'public',
      region: 'r',
      url,
    }));
    for (const catalog of [[{ type: 'compute', endpoints }], [{ type: 'image' }, null], 'none', undefined]) {
      const server = await startRawServer((_, response) =>
        response
          .writeHead(201, { 'X-Subject-Token': 't' })
          .end(JSON.stringify({ token: { methods: [], catalog } })),
      );
      try {
        const issued = await identity('v3', { address: `${server.origin}/v3` }).issue(password(), nobody);
        assert.deepEqual(issued.endpoints, []);
        assert.equal(issued.project, undefined);
        assert.equal(issued.expires, undefined);
      } finally {
        await server.close();
      }
    }
  });

  it('that gives a token no header could hold, or none, is no identity service', async () => {
    for (const answer of [{ token: { id: 'a b' } }, { token: { id: 'a\r\nX: b' } }, { token: { id: '' } }]) {
      const server = await startRawServer((_, response) => response.end(JSON.stringify({ access: answer })));
      try {
        for (const version of ['v2.0', 'v3'] as const) {
          const address = `${server.origin}/${version}`;
          const error = await apiFailure(identity(version, { address }).issue(password(), nobody));
          assert.equal(error.kind, 'notIdentity');
        }
      } finally {
        await server.close();
      }
    }
  });

  describe('of version v3', () => {
    it('takes an application credential by its id, or by its name with its owner, without a scope', async () => {
      const credentials: readonly Credential[] = [
        credentialById,
        { kind: 'applicationCredential', name, secret, user: { id: demoUser.id } },
        { kind: 'applicationCredential', name, secret, user: userByName },
      ];
      for (const credential of credentials) {
        assert.equal((await issue('v3', credential)).project?.id, generatedTenantId);
        assert.doesNotMatch(api.requests.at(-1)?.body ?? '', /scope/);
      }
      const { kind } = await apiFailure(issue('v3', { ...credentialById, secret: 'wrong' }));
      assert.equal(kind, 'wrongCredentials');
    });

    it('is sent no domain when none is given, as ConoHa has it', async () => {
      await start({ domainNames: 'optional' });
      const project = { name: api.tenants[0]?.name };
      await issue('v3', password({ user: { name: demoUser.name }, project }));
      assert.deepEqual(sentBody(), {
        auth: {
          identity: {
            methods: ['password'],
            password: { user: { name: demoUser.name, password: demoUser.password } },
          },
          scope: { project },
        },
      });
    });

    it('of a Keystone that wants a domain says so when none is given', async () => {
      const { kind, details } = await apiFailure(issue('v3', password({ user: { name: demoUser.name } })));
      assert.equal(kind, 'badRequest');
      assert.match(details.serverMessage ?? '', /domain/);
    });

    it('gets a domain by id or by name as it was given, and the user’s for a project without', async () => {
      const hex = '0123456789abcdef0123456789abcdef';
      const cases: readonly (readonly [Partial<UserReference>, object])[] = [
        [{ domainId: 'default' }, { id: 'default' }],
        [{ domainId: hex }, { id: hex }],
        [{ domain: 'default' }, { name: 'default' }],
        [{ domain: hex }, { name: hex }],
        [{ domain: '営業部' }, { name: '営業部' }],
        [{ domainId: 'gnc' }, { id: 'gnc' }],
      ];
      for (const [domain, sent] of cases) {
        const user = { name: demoUser.name, ...domain };
        await issue('v3', password({ user, project: { name: 'any' } })).catch(() => undefined);
        const { identity: who, scope } = (sentBody() as { auth: Record<string, never> }).auth;
        const { password: way } = who as unknown as { password: { user: object } };
        assert.deepEqual(way.user, { name: demoUser.name, domain: sent, password: demoUser.password });
        assert.deepEqual(scope, { project: { name: 'any', domain: sent } });
      }
    });

    it('chooses the project itself when none is given', async () => {
      const { project } = await issue('v3', password({ project: {} }));
      assert.equal(project?.id, documentedTenantId);
    });

    it('ends a token that is given back', async () => {
      const { token, endpoints } = await issue('v3');
      await identity('v3').revoke(token, nobody);
      assert.equal(await imagesWith(openOf(endpoints), token), 401);
      assert.deepEqual([records[1]?.method, records[1]?.outcome], ['DELETE', 204]);
      assert.ok(!everythingIn(records).includes(token));
    });

    it('is content with the return of a token that has ended already', async () => {
      const { token } = await issue('v3');
      api.tokens.revoke(token);
      await identity('v3').revoke(token, nobody);
      assert.equal(records[1]?.outcome, 401);
    });

    it('that cannot take a token back says so', async () => {
      const { token } = await issue('v3');
      api.faults.add({ do: 'status', status: 503, on: 'revoke' });
      assert.equal((await apiFailure(identity('v3').revoke(token, nobody))).kind, 'server');
    });
  });

  describe('of version v2.0', () => {
    it('is not asked to take a token back, which it leaves to administrators', async () => {
      const { token, endpoints } = await issue('v2.0');
      await identity('v2.0').revoke(token, nobody);
      assert.equal(api.requests.length, 1);
      assert.equal(await imagesWith(openOf(endpoints), token), 5);
    });

    it('is not sent an application credential, which it does not know', async () => {
      const { kind } = await apiFailure(issue('v2.0', credentialById));
      assert.equal(kind, 'noApplicationCredentials');
      assert.equal(api.requests.length, 0);
    });
  });
});

describe('an answer of an identity service', () => {
  it('leaves out an address of endless slashes, which would take minutes to read, and keeps the others', () => {
    const addresses = [`https://endless.example/${'/'.repeat(200_000)}x`, 'https://compute.example/v2/'];
    const body = JSON.stringify({
      access: {
        token: { id: 'token' },
        serviceCatalog: [
          { type: 'compute', endpoints: addresses.map((publicURL) => ({ region: 'tyo1', publicURL })) },
        ],
      },
    });
    const answer = {
      status: 200,
      body,
      header: () => undefined,
      requestId: undefined,
      serverTime: undefined,
    };
    assert.deepEqual(readIssuedToken('v2.0', answer, 'identity.example').endpoints, [
      { service: 'compute', region: 'tyo1', interface: 'public', url: 'https://compute.example/v2' },
    ]);
  });

  it('of version v2.0 gives every interface, and each service by its own type alone', () => {
    const urls = {
      publicURL: 'https://p.example/v2',
      internalURL: 'http://i.example/v2',
      adminURL: 'http://a.example/v2',
    };
    const types = ['computev3', 'compute_legacy', 'compute', 'nova', 'placement'];
    const serviceCatalog = types.map((type) => ({ type, endpoints: [{ region: type, ...urls }] }));
    const body = JSON.stringify({ access: { token: { id: 'token' }, serviceCatalog } });
    const answer = {
      status: 200,
      body,
      header: () => undefined,
      requestId: undefined,
      serverTime: undefined,
    };
    assert.deepEqual(readIssuedToken('v2.0', answer, 'identity.example').endpoints, [
      { service: 'compute', region: 'compute', interface: 'public', url: 'https://p.example/v2' },
      { service: 'compute', region: 'compute', interface: 'internal', url: 'http://i.example/v2' },
      { service: 'compute', region: 'compute', interface: 'admin', url: 'http://a.example/v2' },
    ]);
  });
});
