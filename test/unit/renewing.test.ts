import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Account } from '../../src/auth/account';
import type { Accounts } from '../../src/auth/accounts';
import type { RefusedSecret } from '../../src/auth/accountTokens';
import { obtainToken } from '../../src/auth/connect';
import { obtainedAccount } from '../../src/auth/newAccount';
import { keepsSecret } from '../../src/auth/signedState';
import { fieldsOf } from '../../src/base/fields';
import { demoUser, documentedTenantId, startServer, type Server } from '../server/index';
import { accountsFor, clientsFor } from './accountParts';
import { apiFailure } from './apiFailure';
import { onePage } from './imageSource';
import { memoryStore, memoryVault } from './memory';

describe('whether an account is renewed', () => {
  let api: Server;
  let store: ReturnType<typeof memoryStore>;
  let vault: ReturnType<typeof memoryVault>;
  let accounts: Accounts;
  let reasons: RefusedSecret[];
  const clients = clientsFor();
  beforeEach(async () => {
    api = await startServer();
    store = memoryStore();
    vault = memoryVault();
    reasons = [];
    accounts = accountsFor({ store, vault, clients, onRefused: (_, reason) => reasons.push(reason) });
  });
  afterEach(async () => {
    accounts.dispose();
    await api.close();
  });

  const withPassword = async (keeps: boolean): Promise<Account> => {
    const user = { name: demoUser.name, domainId: 'default' };
    const project = { id: documentedTenantId };
    const credential = { kind: 'password', user, password: demoUser.password, project } as const;
    const wish = { identity: `${api.origin}/v3`, credentials: [credential] } as const;
    const obtained = await obtainToken(clients, wish, new AbortController().signal);
    return accounts.signIn(obtainedAccount(obtained, { base: api.endpoint(documentedTenantId) }, keeps));
  };
  const stateOf = ({ id }: Account) => {
    const account = accounts.get(id);
    assert.ok(account);
    return { renews: account.renews, keeps: keepsSecret(account) };
  };
  const ask = (account: Account) => onePage(clients.images(account, accounts.tokens(account)), { limit: 1 });
  const issue = () => api.tokens.issue({ tenantId: documentedTenantId }).id;

  it('follows from what is kept of it', async () => {
    assert.deepEqual(stateOf(await withPassword(true)), { renews: true, keeps: true });
    assert.deepEqual(stateOf(await withPassword(false)), { renews: false, keeps: false });
  });

  it('stays so with a token that was pasted while its password is kept', async () => {
    const account = await withPassword(true);
    await accounts.updateToken(account.id, issue());
    assert.deepEqual(stateOf(account), { renews: true, keeps: true });
    api.tokens.expireAll();
    await ask(account);
    assert.deepEqual(stateOf(account), { renews: true, keeps: true });
  });

  it('is not so with a token that was pasted after signing out, and is again once the password is entered', async () => {
    const account = await withPassword(true);
    await accounts.signOut(account.id);
    assert.deepEqual(stateOf(account), { renews: false, keeps: true });
    const expires = Date.now() + 10 * 60_000;
    await accounts.updateToken(account.id, issue(), { expires });
    assert.deepEqual(stateOf(account), { renews: false, keeps: true });
    assert.equal(accounts.get(account.id)?.expires, expires);
    await withPassword(stateOf(account).keeps);
    assert.deepEqual(stateOf(account), { renews: true, keeps: true });
  });

  it('turns out with the first request where something else was stored', async () => {
    const account = await withPassword(true);
    const { base } = account;
    await vault.write(account.id, { base, token: issue() });
    await ask(account);
    assert.deepEqual(stateOf(account), { renews: false, keeps: true });
    const stored = store.values().map((value) => fieldsOf(value).accounts);
    assert.match(JSON.stringify(stored), /"renews":false,"keptBefore":true/);
    const afterRestart = accountsFor({ store, vault, clients });
    assert.deepEqual(afterRestart.get(account.id), accounts.get(account.id));
    afterRestart.dispose();
  });

  for (const [how, begin] of [
    ['was not to be kept', () => withPassword(false)],
    [
      'was signed out of before a token was pasted',
      async () => {
        const account = await withPassword(true);
        await accounts.signOut(account.id);
        await accounts.updateToken(account.id, issue());
        return account;
      },
    ],
  ] as const) {
    it(`is so that nothing but the token was refused, where the password ${how}`, async () => {
      const account = await begin();
      api.tokens.expireAll();
      api.clearRequests();
      assert.equal((await apiFailure(ask(account))).kind, 'unauthorized');
      assert.deepEqual(reasons, ['token']);
      assert.ok(
        api.requests.every(({ kind }) => kind === 'list'),
        'no password was sent',
      );
    });
  }
});
