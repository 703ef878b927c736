import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { ComputeImages } from '../../src/api/images/compute/computeImages';
import type { Account } from '../../src/auth/account';
import type { Accounts, NewAccount } from '../../src/auth/accounts';
import { withoutSecret } from '../../src/auth/withSecret';
import { demoUser, generatedTenantId, startServer, type Server } from '../server/index';
import { accountsFor } from './accountParts';
import { onePage } from './imageSource';
import { memoryStore, memoryVault } from './memory';

describe('accounts', () => {
  let api: Server;
  let store: ReturnType<typeof memoryStore>;
  let vault: ReturnType<typeof memoryVault>;
  let accounts: Accounts;
  let refused: Account[];
  beforeEach(async () => {
    api = await startServer();
    store = memoryStore();
    vault = memoryVault();
    refused = [];
    accounts = accountsFor({ store, vault, onRefused: (account) => refused.push(account) });
  });
  afterEach(() => api.close());

  const activeId = () => accounts.active?.id;
  const base = () => api.endpoint(generatedTenantId);
  const withToken = (token: string, fields: Partial<NewAccount> = {}): NewAccount => ({
    base: base(),
    tenant: generatedTenantId,
    label: 'demo',
    method: { kind: 'token' },
    secret: { token },
    ...fields,
  });
  const credential = {
    kind: 'password' as const,
    user: { name: demoUser.name, domainId: 'default' },
    password: demoUser.password,
    project: { id: generatedTenantId },
  };
  /** An account whose password is kept, and whose token lives as long as said. */
  const withPassword = async (version: 'v2.0' | 'v3', lifetimeSeconds = 3600): Promise<Account> => {
    const identity = `${api.origin}/${version}`;
    const { id: token } = api.tokens.issue({ tenantId: generatedTenantId, lifetimeSeconds });
    const issued = Date.now();
    const expires = issued + lifetimeSeconds * 1000;
    return accounts.signIn(
      withToken(token, {
        method: { kind: 'password', identity, version, who: withoutSecret(credential) },
        secret: { token, issued, expires, renewal: { identity, credential } },
      }),
    );
  };
  const sourceOf = (account: Account) =>
    new ComputeImages({
      base: account.base,
      tokens: accounts.tokens(account),
      timeout: () => 10,
      log: () => undefined,
    });
  const askOnce = (account: Account) => onePage(sourceOf(account), { limit: 1 });
  const renewals = () =>
    api.requests.filter(({ kind, method }) => kind === 'token' && method === 'POST').length;
  const lists = () => api.requests.filter(({ kind }) => kind === 'list').length;

  for (const version of ['v2.0', 'v3'] as const) {
    it(`renews a refused token once for fifty requests that meet it, by Identity ${version}`, async () => {
      const account = await withPassword(version);
      api.tokens.expireAll();
      const source = sourceOf(account);
      const pages = await Promise.all(Array.from({ length: 50 }, () => onePage(source, { limit: 1 })));
      assert.equal(pages.filter(({ images }) => images.length === 1).length, 50);
      assert.equal(renewals(), 1);
      assert.deepEqual(refused, []);
    });
  }

  it('renews a token that is about to end before it is sent', async () => {
    const account = await withPassword('v3', 120);
    const { token: old } = (await vault.read(account.id)) ?? { token: '' };
    // A tenth of two minutes is not reached yet.
    await askOnce(account);
    assert.equal(renewals(), 0);
    await vault.write(account.id, {
      base: account.base,
      token: old,
      issued: Date.now() - 115_000,
      expires: Date.now() + 5000,
      renewal: { identity: `${api.origin}/v3`, credential },
    });
    await askOnce(account);
    assert.equal(renewals(), 1);
    assert.notEqual((await vault.read(account.id))?.token, old);
    assert.equal(accounts.get(account.id)?.expires, (await vault.read(account.id))?.expires);
  });

  it('asks the user once when a renewal is refused, and sends the dead token no more', async () => {
    const account = await withPassword('v3');
    api.tokens.expireAll();
    api.faults.add({ do: 'unauthorized', as: 'error', on: 'token' });
    const source = sourceOf(account);
    const ask = () => onePage(source, { limit: 1 });
    await Promise.allSettled(Array.from({ length: 10 }, ask));
    const [asked, tried] = [lists(), renewals()];
    await Promise.allSettled([ask(), ask()]);
    assert.equal(tried, 1);
    assert.equal(refused.length, 1);
    assert.deepEqual([lists(), renewals()], [asked, tried]);
  });

  it('tells of a pasted token that has ended, once', async () => {
    const { id: token } = api.tokens.issue({ tenantId: generatedTenantId });
    const account = await accounts.signIn(withToken(token));
    api.tokens.revoke(token);
    await assert.rejects(askOnce(account));
    await assert.rejects(askOnce(account));
    assert.equal(lists(), 1);
    assert.equal(refused.length, 1);
  });

  it('takes another token for the same account', async () => {
    const account = await accounts.signIn(withToken('wrong'));
    await assert.rejects(askOnce(account));
    await accounts.updateToken(account.id, api.tokens.issue({ tenantId: generatedTenantId }).id);
    assert.equal((await askOnce(account)).images.length, 1);
  });

  it('uses a secret for no other endpoint or identity service than its own', async () => {
    const account = await withPassword('v3');
    const elsewhere = await startServer();
    const moved = { ...account, base: elsewhere.endpoint(generatedTenantId) };
    await store.update('accounts', { accounts: [moved], active: moved.id });
    await assert.rejects(
      new ComputeImages({
        base: moved.base,
        tokens: accounts.tokens(moved),
        timeout: () => 10,
        log: () => undefined,
      })
        .list({})
        .page({ limit: 1 }, new AbortController().signal),
    );
    assert.equal(elsewhere.requests.length, 0);
    assert.equal(accounts.isSignedIn(moved.id), false);
    await elsewhere.close();
  });

  it('leaves no secret behind after signing out, even when the server does not answer', async () => {
    const account = await withPassword('v3');
    api.faults.add({ do: 'disconnect', on: 'revoke' });
    await accounts.signOut(account.id);
    assert.equal(vault.size, 0);
    assert.equal(accounts.isSignedIn(account.id), false);
    assert.equal(accounts.all.length, 1);
    await assert.rejects(askOnce(account));
    assert.equal(lists(), 0);
  });

  it('has a token revoked that was obtained here, and only forgets a pasted one', async () => {
    const obtained = await withPassword('v3');
    const { token } = (await vault.read(obtained.id)) ?? { token: '' };
    await accounts.signOut(obtained.id);
    assert.ok(!api.tokens.list().some(({ id, endsAt }) => id === token && endsAt === undefined));
    const pasted = api.tokens.issue({ tenantId: generatedTenantId }).id;
    const account = await accounts.signIn(withToken(pasted));
    await accounts.remove(account.id);
    assert.ok(api.tokens.list().some(({ id, endsAt }) => id === pasted && endsAt === undefined));
    assert.deepEqual([accounts.all.length, vault.size], [0, 0]);
  });

  for (const [version, ended] of [
    ['v3', 'revoked'],
    ['v2.0', 'notRevoked'],
  ] as const) {
    it(`says what became of a token that Identity ${version} issued: ${ended}`, async () => {
      const account = await withPassword(version);
      const { token } = (await vault.read(account.id)) ?? { token: '' };
      assert.equal(await accounts.signOut(account.id), ended);
      const works = api.tokens.valid(token) !== undefined;
      assert.equal(works, ended === 'notRevoked');
    });
  }

  it('says no token to be revoked where the server does not answer, or that was pasted', async () => {
    const account = await withPassword('v3');
    api.faults.add({ do: 'disconnect', on: 'revoke' });
    assert.equal(await accounts.signOut(account.id), 'notRevoked');
    assert.equal(await accounts.signOut(account.id), 'forgotten');
    const pasted = await accounts.signIn(withToken('pasted'));
    assert.equal(await accounts.signOut(pasted.id), 'forgotten');
  });

  it('takes with another token what that was proved by, where there is such', async () => {
    const account = await withPassword('v3');
    const { id: token } = api.tokens.issue({ tenantId: generatedTenantId });
    assert.equal(await accounts.updateToken(account.id, token, { trust: { cacert: '/ca.pem' } }), true);
    assert.equal(accounts.get(account.id)?.cacert, '/ca.pem');
    await accounts.updateToken(account.id, token);
    assert.equal(accounts.get(account.id)?.cacert, '/ca.pem');
    assert.deepEqual(accounts.get(account.id)?.method, account.method);
  });

  it('keeps no secret in what is not secret storage', async () => {
    await withPassword('v3');
    const kept = JSON.stringify(store.values());
    assert.ok(!kept.includes(demoUser.password));
    for (const { id } of api.tokens.list()) assert.ok(!kept.includes(id));
  });

  it('recognises the same tenant, and keeps the accounts in their order', async () => {
    const first = await accounts.signIn(withToken('one'));
    const second = await accounts.signIn(
      withToken('two', { base: `${api.origin}/v2/other`, tenant: 'other' }),
    );
    assert.equal(activeId(), second.id);
    const again = await accounts.signIn(withToken('three'));
    assert.equal(again.id, first.id);
    assert.deepEqual(
      accounts.all.map(({ id }) => id),
      [first.id, second.id],
    );
    assert.equal(activeId(), first.id);
    await accounts.remove(first.id);
    assert.equal(activeId(), second.id);
  });

  it('reads a secret anew that was changed in another window', async () => {
    const account = await accounts.signIn(withToken('wrong'));
    await assert.rejects(askOnce(account));
    await vault.write(account.id, {
      base: account.base,
      token: api.tokens.issue({ tenantId: generatedTenantId }).id,
    });
    assert.equal((await askOnce(account)).images.length, 1);
  });
});
