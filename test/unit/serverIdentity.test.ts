import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  demoUser,
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  generatedToken,
  startServer,
  type Server,
  type ServerOptions,
} from '../server/index';

interface AccessV2 {
  readonly token: {
    readonly id: string;
    readonly expires: string;
    readonly issued_at: string;
    readonly tenant?: { readonly id: string };
  };
  readonly serviceCatalog: readonly {
    readonly type: string;
    readonly endpoints: readonly { readonly region: string; readonly publicURL?: string }[];
  }[];
}

interface TokenV3 {
  readonly expires_at: string;
  readonly project?: { readonly id: string };
  readonly catalog?: readonly {
    readonly type: string;
    readonly endpoints: readonly {
      readonly interface: string;
      readonly region: string;
      readonly url: string;
    }[];
  }[];
}

const unauthenticated = {
  error: {
    code: 401,
    message: 'The request you have made requires authentication.',
    title: 'Unauthorized',
  },
};

describe('the simulated identity service', () => {
  let api: Server;
  const start = async (options: ServerOptions = {}) => {
    await api.close();
    api = await startServer(options);
  };
  beforeEach(async () => {
    api = await startServer();
  });
  afterEach(() => api.close());

  const post = (path: string, body: unknown) =>
    fetch(api.origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const listStatus = async (url: string, token: string) =>
    (await fetch(`${url}/images/detail?limit=1`, { headers: { 'X-Auth-Token': token } })).status;

  describe('v2.0', () => {
    const signIn = (
      tenant: object = { tenantId: generatedTenantId },
      password: string = demoUser.password,
    ) => ({
      auth: { passwordCredentials: { username: demoUser.name, password }, ...tenant },
    });
    const accessFor = async (body: unknown, path = '/v2.0/tokens') => {
      const response = await post(path, body);
      assert.equal(response.status, 200);
      return ((await response.json()) as { readonly access: AccessV2 }).access;
    };

    it('gives a token that opens the compute address of its catalogue', async () => {
      const { token, serviceCatalog } = await accessFor(signIn());
      assert.match(token.id, /^[0-9a-f]{32}$/);
      assert.equal(token.tenant?.id, generatedTenantId);
      assert.match(token.expires, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      assert.match(token.issued_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/);
      const compute = serviceCatalog.find(({ type }) => type === 'compute')?.endpoints ?? [];
      assert.deepEqual(compute, [
        { region: 'old1' },
        { region: 'tyo1', publicURL: `${api.origin}/v2/${generatedTenantId}` },
      ]);
      assert.equal(await listStatus(compute[1]?.publicURL ?? '', token.id), 200);
    });

    it('takes the tenant by name, and names only the region that was asked', async () => {
      const { token, serviceCatalog } = await accessFor(
        signIn({ tenantName: api.tenants[0]?.name }),
        '/tyo2/v2.0/tokens',
      );
      assert.equal(token.tenant?.id, documentedTenantId);
      const compute = serviceCatalog.find(({ type }) => type === 'compute')?.endpoints ?? [];
      const url = `${api.origin}/tyo2/v2/${documentedTenantId}`;
      assert.deepEqual(compute.at(-1), { region: 'tyo2', publicURL: url });
      assert.equal(await listStatus(url, token.id), 200);
    });

    it('gives an unscoped token when no tenant is named, good for asking for tenants', async () => {
      const { token, serviceCatalog } = await accessFor(signIn({}));
      assert.equal(token.tenant, undefined);
      assert.deepEqual(serviceCatalog, []);
      assert.equal(await listStatus(api.endpoint(generatedTenantId), token.id), 403);
      const response = await fetch(`${api.origin}/v2.0/tenants`, { headers: { 'X-Auth-Token': token.id } });
      const { tenants } = (await response.json()) as { readonly tenants: readonly { readonly id: string }[] };
      assert.deepEqual(
        tenants.map(({ id }) => id),
        [documentedTenantId, generatedTenantId],
      );
    });

    it('refuses wrong passwords, unknown users and tenants of others in the same words', async () => {
      const unknownUser = { auth: { passwordCredentials: { username: 'gncu1', password: 'x' } } };
      for (const body of [signIn(undefined, 'wrong'), unknownUser, signIn({ tenantId: 'ffff' })]) {
        const response = await post('/v2.0/tokens', body);
        assert.equal(response.status, 401);
        assert.deepEqual(await response.json(), unauthenticated);
      }
    });

    it('complains about bodies that are not JSON or lack what is needed', async () => {
      for (const body of ['{', '[]', {}, { auth: {} }]) {
        const response = await post('/v2.0/tokens', body);
        assert.equal(response.status, 400);
        assert.equal(((await response.json()) as { error: { title: string } }).error.title, 'Bad Request');
      }
    });
  });

  describe('v3', () => {
    const byName = { name: demoUser.name, domain: { id: 'default' }, password: demoUser.password };
    const signIn = (user: object = byName, scope?: unknown) => ({
      auth: { identity: { methods: ['password'], password: { user } }, scope },
    });
    const withCredential = (credential: object, scope?: unknown) => ({
      auth: {
        identity: { methods: ['application_credential'], application_credential: credential },
        scope,
      },
    });
    const inProject = (id: string) => ({ project: { id } });
    const tokenFor = async (body: unknown, path = '/v3/auth/tokens') => {
      const response = await post(path, body);
      assert.equal(response.status, 201);
      const { token } = (await response.json()) as { readonly token: TokenV3 };
      return { id: response.headers.get('X-Subject-Token') ?? '', token };
    };
    const refusal = async (body: unknown) => {
      const response = await post('/v3/auth/tokens', body);
      return { status: response.status, body: await response.json() };
    };
    const { applicationCredential } = demoUser;

    it('gives a long token in a header, and a catalogue of all regions and interfaces', async () => {
      const { id, token } = await tokenFor(signIn(byName, inProject(generatedTenantId)));
      assert.ok(id.length > 170 && id.length < 200);
      assert.match(token.expires_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      assert.equal(token.project?.id, generatedTenantId);
      const compute = token.catalog?.find(({ type }) => type === 'compute')?.endpoints ?? [];
      const open = compute.filter((endpoint) => endpoint.interface === 'public');
      assert.equal(compute.length, 6);
      assert.deepEqual(
        open.map(({ region }) => region),
        ['tyo1', 'tyo2'],
      );
      for (const { url } of open) assert.equal(await listStatus(url, id), 200);
    });

    it('takes users by id and by the name of their domain, and projects by name', async () => {
      const byId = { id: demoUser.id, password: demoUser.password };
      const byDomainName = { ...byName, domain: { name: 'Default' } };
      const project = { name: api.tenants[1]?.name, domain: { id: 'default' } };
      for (const user of [byId, byDomainName]) {
        const { token } = await tokenFor(signIn(user, { project }));
        assert.equal(token.project?.id, generatedTenantId);
      }
    });

    it('insists on a domain beside a name, unless told not to', async () => {
      const nameAlone = { name: demoUser.name, password: demoUser.password };
      const { status, body } = await refusal(signIn(nameAlone));
      assert.equal(status, 400);
      assert.match(JSON.stringify(body), /Expecting to find domain in user/);
      await start({ domainNames: 'optional' });
      assert.equal((await tokenFor(signIn(nameAlone))).token.project?.id, documentedTenantId);
    });

    it('takes application credentials, which are bound to a project', async () => {
      const { id, secret, name } = applicationCredential;
      const byId = await tokenFor(withCredential({ id, secret }));
      assert.equal(byId.token.project?.id, generatedTenantId);
      await tokenFor(withCredential({ name, secret, user: { id: demoUser.id } }));
      assert.equal((await refusal(withCredential({ id, secret: 'wrong' }))).status, 401);
      const scoped = await refusal(withCredential({ id, secret }, inProject(generatedTenantId)));
      assert.equal(scoped.status, 401);
    });

    it('exchanges a token for one of another project, and lists the projects there are', async () => {
      const unscoped = await tokenFor(signIn(byName, 'unscoped'));
      assert.equal(unscoped.token.project, undefined);
      assert.equal(unscoped.token.catalog, undefined);
      const response = await fetch(`${api.origin}/v3/auth/projects`, {
        headers: { 'X-Auth-Token': unscoped.id },
      });
      const { projects } = (await response.json()) as {
        readonly projects: readonly { readonly id: string }[];
      };
      assert.equal(projects.length, 2);
      const exchanged = await tokenFor({
        auth: {
          identity: { methods: ['token'], token: { id: unscoped.id } },
          scope: inProject(projects[1]?.id ?? ''),
        },
      });
      assert.equal(exchanged.token.project?.id, generatedTenantId);
      assert.equal(exchanged.token.expires_at, unscoped.token.expires_at);
    });

    it('refuses wrong passwords and projects of others', async () => {
      for (const body of [signIn({ ...byName, password: 'x' }), signIn(byName, inProject('ffff'))]) {
        assert.deepEqual(await refusal(body), { status: 401, body: unauthenticated });
      }
    });

    it('revokes a token on request', async () => {
      const { id } = await tokenFor(signIn(byName, inProject(generatedTenantId)));
      const revoke = (token: string, subject: string) =>
        fetch(`${api.origin}/v3/auth/tokens`, {
          method: 'DELETE',
          headers: { 'X-Auth-Token': token, 'X-Subject-Token': subject },
        });
      assert.equal((await revoke('wrong', id)).status, 401);
      assert.equal((await revoke(generatedToken, 'wrong')).status, 404);
      assert.equal((await revoke(id, id)).status, 204);
      assert.equal(await listStatus(api.endpoint(generatedTenantId), id), 401);
      assert.deepEqual(
        api.requests.filter(({ kind }) => kind === 'revoke').map(({ status }) => status),
        [401, 404, 204],
      );
    });

    it('says what a token is good for', async () => {
      const response = await fetch(`${api.origin}/v3/auth/tokens?nocatalog`, {
        headers: { 'X-Auth-Token': documentedToken, 'X-Subject-Token': generatedToken },
      });
      assert.equal(response.status, 200);
      const { token } = (await response.json()) as { readonly token: TokenV3 };
      assert.equal(token.project?.id, generatedTenantId);
      assert.equal(token.catalog, undefined);
    });

    it('names compute without a project where the cloud is set up so', async () => {
      await start({ computeStyle: 'v2.1', regions: ['RegionOne'] });
      const { id, token } = await tokenFor(signIn(byName, inProject(generatedTenantId)));
      const compute = token.catalog?.find(({ type }) => type === 'compute')?.endpoints ?? [];
      assert.equal(compute.at(-1)?.url, `${api.origin}/v2.1`);
      assert.equal(await listStatus(compute.at(-1)?.url ?? '', id), 200);
    });
  });

  it('issues tokens that end after the lifetime that was set', async () => {
    await start({ tokenLifetimeSeconds: 5 });
    const { name: username, password } = demoUser;
    const response = await post('/v2.0/tokens', {
      auth: { passwordCredentials: { username, password }, tenantId: documentedTenantId },
    });
    const { access } = (await response.json()) as { readonly access: AccessV2 };
    const lifetime = Date.parse(access.token.expires) - Date.parse(`${access.token.issued_at}Z`);
    assert.ok(lifetime > 4000 && lifetime <= 5000);
    assert.equal(await listStatus(api.endpoint(documentedTenantId), access.token.id), 200);
    api.clock.advance(5);
    assert.equal(await listStatus(api.endpoint(documentedTenantId), access.token.id), 401);
  });

  it('lets a revoked token work on behind a cache', async () => {
    await start({ revocationLagSeconds: 300 });
    api.tokens.revoke(generatedToken);
    const status = () => listStatus(api.endpoint(generatedTenantId), generatedToken);
    assert.equal(await status(), 200);
    api.clock.advance(300);
    assert.equal(await status(), 401);
  });

  it('tells its versions as Keystone does, and knows no address of those it does not serve', async () => {
    const root = await fetch(api.origin);
    assert.equal(root.status, 300);
    const { versions } = (await root.json()) as {
      readonly versions: { readonly values: readonly { readonly id: string }[] };
    };
    assert.deepEqual(
      versions.values.map(({ id }) => id),
      ['v3.14', 'v2.0'],
    );
    const v3 = (await (await fetch(`${api.origin}/v3`)).json()) as {
      readonly version: { readonly links: readonly { readonly href: string }[] };
    };
    assert.equal(v3.version.links[0]?.href, `${api.origin}/v3/`);
    await start({ identityVersions: ['v2.0'] });
    assert.equal((await fetch(`${api.origin}/v2.0`)).status, 200);
    assert.equal((await fetch(`${api.origin}/v3`)).status, 404);
    assert.equal((await post('/v3/auth/tokens', {})).status, 404);
  });

  it('answers faults in its own form', async () => {
    api.faults.add({ do: 'status', status: 403, on: 'token' });
    const response = await post('/v2.0/tokens', {});
    assert.equal(response.status, 403);
    assert.equal(((await response.json()) as { error: { title: string } }).error.title, 'Forbidden');
  });
});
