import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { withDefaultDomains } from '../../src/api/identity/defaultDomains';
import type { Credential, UserReference } from '../../src/api/identity/credential';
import type { Account } from '../../src/auth/account';
import { accountId } from '../../src/auth/knownAccounts';
import { issueToken } from '../../src/auth/issueToken';
import { readSecret, secretText } from '../../src/auth/storedSecret';
import { withoutSecret } from '../../src/auth/withSecret';
import { typedCredentials, typedDomain, typedReferences } from '../../src/auth/typedReference';
import { CONOHA_3_IDENTITY } from '../../src/conoha';
import { demoUser, documentedTenantId, startServer, type Server, type ServerOptions } from '../server/index';
import { apiFailure } from './apiFailure';
import { accountsFor, clientsFor } from './accountParts';
import { memoryStore, memoryVault } from './memory';

const HEX = '0123456789abcdef0123456789abcdef';
const nobody = new AbortController().signal;

type Password = Extract<Credential, { kind: 'password' }>;

function passwordOf(user: UserReference, project: UserReference): Password {
  return { kind: 'password', user, project, password: demoUser.password };
}

describe('a domain', () => {
  let api: Server;
  const start = async (options: ServerOptions) => {
    await api.close();
    api = await startServer(options);
  };
  beforeEach(async () => {
    api = await startServer();
  });
  afterEach(() => api.close());

  const sent = () =>
    api.requests
      .filter(({ kind }) => kind === 'token')
      .map(
        ({ body }) =>
          JSON.parse(body) as { auth: { identity: { password: { user: object } }; scope?: object } },
      )
      .map(({ auth }) => ({ user: auth.identity.password.user, scope: auth.scope }));
  const issue = (...credentials: [Credential, ...Credential[]]) =>
    issueToken(clientsFor(), { address: `${api.origin}/v3`, version: 'v3', credentials }, nobody);
  const { name, password } = demoUser;

  it('that is not given is the one with the id default, as for OpenStack’s own client', async () => {
    const project = { name: api.tenants[1]?.name };
    const { issued, credential } = await issue(passwordOf({ name }, project));
    assert.equal(issued.project?.id, api.tenants[1]?.id);
    const domain = { id: 'default' };
    assert.deepEqual(sent(), [
      { user: { name, password, domain }, scope: { project: { ...project, domain } } },
    ]);
    assert.deepEqual(
      credential,
      passwordOf({ name, domainId: 'default' }, { ...project, domainId: 'default' }),
    );
  });

  it('is gnc by name on ConoHa, and none where user and project are ids', () => {
    const conoha = { address: CONOHA_3_IDENTITY, version: 'v3' } as const;
    const project = { id: HEX };
    assert.deepEqual(
      withDefaultDomains(passwordOf({ name: 'gncu1' }, { name: 'gnct1' }), conoha),
      passwordOf({ name: 'gncu1', domain: 'gnc' }, { name: 'gnct1', domain: 'gnc' }),
    );
    assert.deepEqual(withDefaultDomains(passwordOf(project, project), conoha), passwordOf(project, project));
    const v2 = { ...conoha, version: 'v2.0' } as const;
    assert.deepEqual(withDefaultDomains(passwordOf({ name: 'u' }, {}), v2), passwordOf({ name: 'u' }, {}));
  });

  it('of the user counts for a project by name, also where the user is an id', () => {
    const place = { address: 'https://identity.example/v3', version: 'v3' } as const;
    assert.deepEqual(
      withDefaultDomains(passwordOf({ id: HEX, domain: 'ours' }, { name: 'p' }), place),
      passwordOf({ id: HEX, domain: 'ours' }, { name: 'p', domain: 'ours' }),
    );
    const own = passwordOf({ name: 'u', domain: 'ours' }, { name: 'p', domainId: 'theirs' });
    assert.deepEqual(withDefaultDomains(own, place), own);
  });

  it('of an application credential by name is that of its owner', () => {
    const place = { address: 'https://identity.example/v3', version: 'v3' } as const;
    const byName = {
      kind: 'applicationCredential',
      name: 'editor',
      secret: 's',
      user: { name: 'u' },
    } as const;
    assert.deepEqual(withDefaultDomains<Credential>(byName, place), {
      ...byName,
      user: { name: 'u', domainId: 'default' },
    });
    const byId = { kind: 'applicationCredential', id: HEX, secret: 's' } as const;
    assert.deepEqual(withDefaultDomains(byId, place), byId);
  });

  describe('of an account', () => {
    const renewed = async (user: object) => {
      const project = { id: documentedTenantId };
      const who = { kind: 'password', user, project, password: '' };
      const base = api.endpoint(documentedTenantId);
      const identity = `${api.origin}/v3`;
      const way = { kind: 'password', identity, version: 'v3', who };
      const id = accountId({ base, tenant: '' });
      const store = memoryStore();
      const stored = { id, base, way, label: 'demo', tenant: '', renews: true, signedIn: true };
      await store.update('accounts', { accounts: [stored] });
      const vault = memoryVault();
      const credential = { ...who, password };
      const text = JSON.stringify({ base, token: 'old', expires: 1, renewal: { identity, credential } });
      const secret = readSecret(text);
      assert.ok(secret);
      await vault.write(id, secret);
      const accounts = accountsFor({ store, vault });
      const account = accounts.get(id);
      assert.ok(account);
      const token = await accounts.tokens(account).token(nobody);
      accounts.dispose();
      assert.notEqual(token, 'old');
      return sent().at(-1)?.user;
    };

    it('that 0.1.0 stored is sent as it was, an id where it looked like one', async () => {
      assert.deepEqual(await renewed({ name, domain: 'default' }), {
        name,
        password,
        domain: { id: 'default' },
      });
      assert.deepEqual(await renewed({ name, domain: 'Default' }), {
        name,
        password,
        domain: { name: 'Default' },
      });
      assert.deepEqual(await renewed({ name, domainId: 'default' }), {
        name,
        password,
        domain: { id: 'default' },
      });
    });

    it('that 0.1.0 stored without one goes on without one', async () => {
      await start({ domainNames: 'optional' });
      assert.deepEqual(await renewed({ name }), { name, password });
    });

    it('stays a name when it is stored, whatever it looks like', async () => {
      for (const domain of ['default', HEX, 'ours']) {
        const credential = passwordOf({ name, domain }, { name: 'p', domainId: domain });
        const renewal = { identity: 'https://identity.example/v3', credential };
        const secret = { base: 'https://compute.example/v2.1', token: 't', renewal };
        assert.deepEqual(readSecret(secretText(secret)), secret);
        const method: Account['method'] = {
          kind: 'password',
          identity: renewal.identity,
          version: 'v3',
          who: withoutSecret(credential),
        };
        const store = memoryStore();
        const { id } = await accountsFor({ store }).signIn({
          base: secret.base,
          tenant: '',
          label: 'demo',
          method,
          clientCertificate: { cert: '/c.pem', key: '/c.key' },
          secret,
        });
        const read = accountsFor({ store }).get(id);
        assert.deepEqual(read?.method, method);
        assert.deepEqual(read.clientCertificate, { cert: '/c.pem', key: '/c.key' });
      }
    });
  });
});

describe('what is typed for a user or a project', () => {
  it('is an id first where it has the form of Keystone’s, else a name', () => {
    for (const id of [HEX, HEX.toUpperCase(), HEX + HEX, '3f1c0d5e-8a7b-4c6d-9e0f-1a2b3c4d5e6f']) {
      assert.deepEqual(typedReferences(` ${id} `), [{ id }, { name: id }]);
    }
    for (const text of ['demo', HEX.slice(1), `${HEX}0`, 'gncu00000001', '営業部']) {
      assert.deepEqual(typedReferences(text), [{ name: text }, { id: text }]);
    }
    assert.deepEqual(typedDomain('default'), { domainId: 'default' });
    assert.deepEqual(typedDomain('Default'), { domain: 'Default' });
    assert.deepEqual(typedDomain(HEX), { domainId: HEX });
    assert.deepEqual(typedDomain(' '), {});
  });

  describe('and refused', () => {
    const oddId = 'user-7';
    const hexName = HEX + HEX;
    const users = [oddId, demoUser.id].map((id) => ({
      id,
      name: id === oddId ? 'Seven' : hexName,
      password: 'secret',
      tenantIds: [documentedTenantId],
    }));
    let api: Server;
    beforeEach(async () => {
      api = await startServer({ users });
    });
    afterEach(() => api.close());

    const attempt = (user: string, password = 'secret') => {
      const typed = { user, password, domain: '', project: documentedTenantId };
      const place = { address: `${api.origin}/v3`, version: 'v3' } as const;
      return issueToken(clientsFor(), { ...place, credentials: typedCredentials(typed) }, nobody);
    };
    const tries = () => api.requests.filter(({ kind }) => kind === 'token').length;

    it('is tried once in the other form, and the one that was right is handed back', async () => {
      const odd = await attempt(oddId);
      assert.deepEqual(odd.credential.user, { id: oddId });
      assert.equal(tries(), 2);
      const named = await attempt('Seven');
      assert.deepEqual(named.credential.user, { name: 'Seven', domainId: 'default' });
      assert.equal(tries(), 3);
    });

    it('as a name that looks like an id, is found by its name', async () => {
      const named = await attempt(hexName);
      assert.deepEqual(named.credential.user, { name: hexName, domainId: 'default' });
      assert.equal(tries(), 2);
    });

    it('twice, is not tried any more, and the first reason is told', async () => {
      const { kind, details } = await apiFailure(attempt(oddId, 'wrong'));
      assert.deepEqual([kind, details.status], ['wrongCredentials', 401]);
      assert.equal(tries(), 2);
    });

    it('for another reason than wrong credentials, is not tried in the other form', async () => {
      api.faults.add({ do: 'status', status: 503, on: 'token' });
      assert.equal((await apiFailure(attempt(oddId))).kind, 'server');
      assert.equal(tries(), 1);
    });
  });
});
