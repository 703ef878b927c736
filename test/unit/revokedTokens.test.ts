import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Account } from '../../src/auth/account';
import type { Accounts, NewAccount } from '../../src/auth/accounts';
import { connect, obtainToken, proveImages } from '../../src/auth/connect';
import { obtainedAccount } from '../../src/auth/newAccount';
import type { Secret } from '../../src/auth/secretVault';
import { readSecret, secretText } from '../../src/auth/storedSecret';
import { withTrialTokens } from '../../src/auth/trialTokens';
import { demoUser, generatedTenantId, startServer, type Server } from '../server/index';
import { accountsFor, clientsFor } from './accountParts';
import { memoryStore, memoryVault } from './memory';

const nobody = new AbortController().signal;

describe('tokens', () => {
  let api: Server;
  let store: ReturnType<typeof memoryStore>;
  let vault: ReturnType<typeof memoryVault>;
  let accounts: Accounts;
  beforeEach(async () => {
    api = await startServer();
    store = memoryStore();
    vault = memoryVault();
    accounts = accountsFor({ store, vault });
  });
  afterEach(async () => {
    accounts.dispose();
    await api.close();
  });

  const credential = {
    kind: 'password' as const,
    user: { name: demoUser.name, domainId: 'default' },
    password: demoUser.password,
    project: { id: generatedTenantId },
  };
  const wish = () => ({ identity: `${api.origin}/v3`, credentials: [credential] as const });
  const base = () => api.endpoint(generatedTenantId);
  const issue = () => api.tokens.issue({ tenantId: generatedTenantId }).id;
  const obtain = async (): Promise<NewAccount> =>
    obtainedAccount(await obtainToken(clientsFor(), wish(), nobody), { base: base() }, false);
  const pasted = (token: string): NewAccount => ({
    base: base(),
    tenant: generatedTenantId,
    label: 'demo',
    method: { kind: 'token' },
    secret: { token },
  });
  const lives = (token: string) =>
    api.tokens.list().some(({ id, endsAt }) => id === token && endsAt === undefined);
  const ends = (token: string) => api.untilRequests(() => !lives(token));
  /** What was sent of a token to revoke it. */
  const sent = (token: string) =>
    api.requests.filter(({ kind, headers }) => kind === 'revoke' && headers['x-subject-token'] === token);

  describe('that were pasted are never sent to be revoked', () => {
    it('when the account signs out at once after it was signed in to with one', async () => {
      const { secret, ...fields } = await obtain();
      const { id } = await accounts.signIn({ ...fields, secret });
      const token = issue();
      await Promise.all([accounts.signIn(pasted(token)), accounts.signOut(id)]);
      await ends(secret.token);
      assert.ok(lives(token));
      assert.deepEqual(sent(token), []);
      assert.equal(vault.size, 0);
    });

    it('by a window that does not know yet that one was given in another', async () => {
      const { id } = await accounts.signIn(await obtain());
      const other = accountsFor({ vault });
      const token = issue();
      await other.signIn(pasted(token));
      await accounts.signOut(id);
      assert.ok(lives(token));
      assert.deepEqual(sent(token), []);
      other.dispose();
    });

    it('when one was given in the place of a token that had been obtained', async () => {
      const { secret, ...fields } = await obtain();
      const { id } = await accounts.signIn({ ...fields, secret });
      const token = issue();
      assert.equal(await accounts.updateToken(id, token), true);
      await ends(secret.token);
      await accounts.signOut(id);
      assert.ok(lives(token));
      assert.deepEqual(sent(token), []);
    });
  });

  describe('that were obtained', () => {
    it('are revoked when another sign-in takes their place', async () => {
      const first = await obtain();
      await accounts.signIn(first);
      const second = await obtain();
      await accounts.signIn(second);
      await ends(first.secret.token);
      assert.ok(lives(second.secret.token));
      await accounts.signIn(pasted(issue()));
      await ends(second.secret.token);
    });

    it('are revoked by who issued them, also where the account is another by now', async () => {
      const elsewhere = await startServer();
      const { secret, ...fields } = await obtain();
      const account = await accounts.signIn({ ...fields, secret });
      const method = { ...account.method, identity: `${elsewhere.origin}/v3`, who: credential };
      const stored = { ...account, method: undefined, way: method };
      await store.update('accounts', { accounts: [stored], active: account.id });
      await accounts.signOut(account.id);
      await ends(secret.token);
      assert.deepEqual(elsewhere.requests, []);
      await elsewhere.close();
    });

    it('by 0.1.0, which stored no issuer, are revoked; those that it was given are not', async () => {
      for (const [text, isRevoked] of [
        [{ issued: Date.now() }, true],
        [{ renewed: true }, true],
        [{}, false],
      ] as const) {
        const { method } = await obtain();
        const token = issue();
        const { id } = await accounts.signIn({ ...pasted(token), method });
        const stored = readSecret(JSON.stringify({ base: base(), token, ...text }));
        assert.ok(stored !== undefined);
        await vault.write(id, stored);
        await accounts.signOut(id);
        assert.equal(lives(token), !isRevoked, JSON.stringify(text));
      }
    });

    it('are stored with who issued them and when they were given', async () => {
      const { id } = await accounts.signIn(await obtain());
      const secret = await vault.read(id);
      assert.deepEqual(secret?.issuer, { identity: `${api.origin}/v3`, version: 'v3' });
      assert.deepEqual(readSecret(secretText(secret)), JSON.parse(JSON.stringify(secret)));
    });

    it('and become no account are revoked, however the sign-in ends', async () => {
      const clients = clientsFor();
      const given = new AbortController();
      for (const ending of [
        (obtained: string) => Promise.reject(new Error(obtained)),
        (obtained: string) => Promise.resolve(obtained),
      ]) {
        let token = '';
        const work = withTrialTokens(clients, accounts.closed, async (trial) => {
          const { obtained } = await connect(trial.clients, wish(), {}, nobody);
          token = obtained.token;
          return ending(token);
        });
        await work.catch(() => undefined);
        await ends(token);
      }
      const before = api.tokens.list().filter(({ endsAt }) => endsAt === undefined).length;
      api.faults.add({ do: 'hang' });
      const canceled = withTrialTokens(clients, accounts.closed, async (trial) => {
        const { token } = await obtainToken(trial.clients, wish(), nobody);
        const proof = proveImages(trial.clients, { base: base() }, token, given.signal);
        given.abort();
        await proof;
      });
      await assert.rejects(canceled);
      await api.untilRequests(
        () => api.tokens.list().filter(({ endsAt }) => endsAt === undefined).length === before,
      );
    });

    it('and become an account live, of several that one alone', async () => {
      let first = '';
      const account = await withTrialTokens(
        clientsFor(),
        accounts.closed,
        async (trial): Promise<Account> => {
          first = (await obtainToken(trial.clients, wish(), nobody)).token;
          const obtained = await obtainToken(trial.clients, wish(), nobody);
          const signedIn = await accounts.signIn(obtainedAccount(obtained, { base: base() }, false));
          trial.keep(obtained.token);
          return signedIn;
        },
      );
      await ends(first);
      assert.ok(lives((await vault.read(account.id))?.token ?? ''));
    });
  });

  it('are none of an account that was signed out where the vault does not give them up', async () => {
    const token = issue();
    const account = await accounts.signIn(pasted(token));
    const tokens = accounts.tokens(account);
    assert.equal(await tokens.token(nobody), token);
    vault.failing.add('remove');
    await assert.rejects(accounts.signOut(account.id));
    vault.failing.clear();
    await assert.rejects(tokens.token(nobody), { kind: 'signedOut' });
    assert.equal(await tokens.replacement(token, nobody), undefined);
    const left = await vault.read(account.id);
    assert.equal(left?.token, token);
    const announced = () => new Promise<void>((resolve) => accounts.onDidChange(resolve));
    // What happens to it in the vault brings nobody back, and what is given later does.
    const heard = announced();
    await vault.write(account.id, left);
    await heard;
    assert.equal(accounts.isSignedIn(account.id), false);
    const later: Secret = { ...left, token: issue(), given: Date.now() + 1 };
    const signedIn = announced();
    await vault.write(account.id, later);
    await signedIn;
    assert.equal(accounts.isSignedIn(account.id), true);
    assert.equal(await tokens.token(nobody), later.token);
  });

  it('of an account that was signed out or removed are not said to be refused', async () => {
    for (const end of ['signOut', 'remove'] as const) {
      const refused: string[] = [];
      const own = accountsFor({ onRefused: (_, reason) => refused.push(reason) });
      const account = await own.signIn(pasted('a-token'));
      const tokens = own.tokens(account);
      await tokens.token(nobody);
      await own[end](account.id);
      assert.equal(await tokens.replacement('a-token', nobody), undefined);
      assert.deepEqual(refused, [], end);
      own.dispose();
    }
  });

  it('for an account that was removed are not stored, which is said', async () => {
    const { id } = await accounts.signIn(pasted('a-token'));
    await accounts.remove(id);
    assert.equal(await accounts.updateToken(id, issue()), false);
    assert.equal(vault.size, 0);
  });
});
