import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from '../../src/auth/account';
import type { Accounts } from '../../src/auth/accounts';
import { SecretNotRemoved, type RemovalInterrupted } from '../../src/auth/secretNotRemoved';
import { withoutSecret } from '../../src/auth/withSecret';
import { demoUser, generatedTenantId, startServer, type Server } from '../server/index';
import { accountsFor, clientsFor, sessionsFor } from './accountParts';
import { apiFailure } from './apiFailure';
import { onePage } from './imageSource';
import { memoryStore, memoryVault } from './memory';

const HOUR = 3_600_000;

describe('an account whose secret storage fails', () => {
  let api: Server;
  let store: ReturnType<typeof memoryStore>;
  let vault: ReturnType<typeof memoryVault>;
  let reported: unknown[];
  let accounts: Accounts;
  beforeEach(async () => {
    api = await startServer();
    store = memoryStore();
    vault = memoryVault();
    reported = [];
    accounts = open();
  });
  afterEach(async () => {
    accounts.dispose();
    await api.close();
  });

  const open = () => accountsFor({ store, vault, report: (error) => reported.push(error) });
  const credential = {
    kind: 'password' as const,
    user: { name: demoUser.name, domainId: 'default' },
    password: demoUser.password,
    project: { id: generatedTenantId },
  };
  const signIn = (expires = Date.now() + HOUR): Promise<Account> => {
    const identity = `${api.origin}/v3`;
    const { id: token } = api.tokens.issue({ tenantId: generatedTenantId });
    return accounts.signIn({
      base: api.endpoint(generatedTenantId),
      tenant: generatedTenantId,
      label: 'demo',
      method: { kind: 'password', identity, version: 'v3', who: withoutSecret(credential) },
      secret: { token, issued: Date.now() - HOUR, expires, renewal: { identity, credential } },
    });
  };
  const list = (account: Account) =>
    onePage(clientsFor().images(account, accounts.tokens(account)), { limit: 1 });
  const interrupted = (what: RemovalInterrupted) => (error: unknown) =>
    error instanceof SecretNotRemoved &&
    error.interrupted === what &&
    /keyring is locked/.test(error.message);
  const living = () => api.tokens.list().filter(({ endsAt }) => endsAt === undefined).length;

  it('stays, signed out, when its secret cannot be taken away, until it can', async () => {
    const before = living();
    const account = await signIn();
    await list(account);
    vault.failing.add('remove');
    await assert.rejects(accounts.remove(account.id), interrupted('remove'));
    assert.deepEqual([accounts.all.length, accounts.isSignedIn(account.id)], [1, false]);
    assert.equal(living(), before, 'its token is revoked all the same');
    vault.failing.clear();
    await accounts.remove(account.id);
    assert.deepEqual([accounts.all.length, vault.size], [0, 0]);
  });

  it('has the token revoked that is in memory when it cannot be read any more', async () => {
    for (const end of ['signOut', 'remove'] as const) {
      const before = living();
      const account = await signIn();
      await list(account);
      vault.failing.add('read').add('remove');
      await assert.rejects(accounts[end](account.id), interrupted(end));
      assert.equal(living(), before, end);
      assert.equal(accounts.isSignedIn(account.id), false);
      vault.failing.clear();
    }
  });

  it('stays signed in when its secret cannot be read, says so, and is read the next time', async () => {
    const account = await signIn();
    accounts.dispose();
    accounts = open();
    vault.failing.add('read');
    for (let times = 0; times < 2; times++) {
      assert.equal((await apiFailure(list(account))).kind, 'secretUnreadable');
    }
    assert.equal(api.requests.length, 0);
    assert.equal(accounts.isSignedIn(account.id), true);
    assert.match(String(reported[0]), /keyring is locked/);
    vault.failing.clear();
    assert.equal((await list(account)).images.length, 1);
  });

  it('stays signed in when another window changes a secret that cannot be read here', async () => {
    const account = await signIn();
    vault.failing.add('read');
    const changed = new Promise<void>((resolve) => accounts.onDidChange(resolve));
    await vault.write(account.id, { base: account.base, token: 'another' });
    await changed;
    assert.equal(accounts.isSignedIn(account.id), true);
  });

  it('uses a token that was renewed while the old one cannot be read', async () => {
    const account = await signIn(Date.now() - 1);
    await accounts.tokens(account).token(new AbortController().signal);
    const hang = api.faults.add({ do: 'hang', on: 'token' });
    api.clearRequests();
    api.tokens.expireAll();
    const listing = list(account);
    await api.untilRequests((all) => all.some(({ kind }) => kind === 'token'));
    vault.failing.add('read');
    hang.remove();
    assert.equal((await listing).images.length, 1);
    assert.equal(accounts.isSignedIn(account.id), true);
  });

  it('keeps its stored list', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'conoha-images-'));
    const account = await signIn();
    const before = sessionsFor(accounts, { folder });
    const session = before.of(account.id);
    await session?.images.ensureStarted();
    const loaded = session?.images.loaded.length;
    await before.save();
    before.dispose();
    accounts.dispose();

    accounts = open();
    const sessions = sessionsFor(accounts, { folder });
    vault.failing.add('read');
    const images = sessions.of(account.id)?.images;
    await images?.ensureStarted();
    assert.equal((await apiFailure(images?.catalog.refresh() ?? Promise.resolve())).kind, 'secretUnreadable');
    assert.equal(images?.loaded.length, loaded);
    vault.failing.clear();
    await images?.catalog.refresh();
    assert.equal(images?.catalog.failure, undefined);
    await sessions.save();
    sessions.dispose();
    await rm(folder, { recursive: true });
  });

  it('that is not readable itself stays as well, until its secret can be taken away', async () => {
    const account = await signIn();
    await store.update('accounts', { accounts: [{ ...account, way: { kind: 'of a later version' } }] });
    vault.failing.add('remove');
    await assert.rejects(accounts.removeUnread(), interrupted('removeUnread'));
    assert.deepEqual([accounts.unread, vault.size], [1, 1]);
    vault.failing.clear();
    await accounts.removeUnread();
    assert.deepEqual([accounts.unread, vault.size], [0, 0]);
  });
});
