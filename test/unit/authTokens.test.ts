import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { Canceled } from '../../src/base/canceled';
import { ComputeImages } from '../../src/api/images/compute/computeImages';
import type { Account } from '../../src/auth/account';
import type { RefusedSecret } from '../../src/auth/accountTokens';
import type { Accounts } from '../../src/auth/accounts';
import type { Secret } from '../../src/auth/secretVault';
import { tokenLife } from '../../src/auth/tokenLife';
import { withoutSecret } from '../../src/auth/withSecret';
import { demoUser, generatedTenantId, startServer, type Server } from '../server/index';
import { apiFailure } from './apiFailure';
import { accountsFor } from './accountParts';
import { onePage } from './imageSource';
import { memoryStore, memoryVault } from './memory';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const nobody = new AbortController().signal;

describe('the tokens of an account', () => {
  let api: Server;
  let vault: ReturnType<typeof memoryVault>;
  let store: ReturnType<typeof memoryStore>;
  let refused: Account[];
  let reasons: RefusedSecret[];
  const open: Accounts[] = [];
  beforeEach(async () => {
    api = await startServer();
    vault = memoryVault();
    store = memoryStore();
    refused = [];
    reasons = [];
  });
  afterEach(async () => {
    for (const accounts of open.splice(0)) accounts.dispose();
    await api.close();
  });

  /** A window of the editor: all have the same secrets and the same state. */
  const window = (secrets = vault): Accounts => {
    const onRefused = (account: Account, reason: RefusedSecret) => {
      refused.push(account);
      reasons.push(reason);
    };
    const accounts = accountsFor({ store, vault: secrets, onRefused });
    open.push(accounts);
    return accounts;
  };

  const base = () => api.endpoint(generatedTenantId);
  const identity = () => `${api.origin}/v3`;
  const credential = {
    kind: 'password' as const,
    user: { name: demoUser.name, domainId: 'default' },
    password: demoUser.password,
    project: { id: generatedTenantId },
  };
  /** Signs in with a kept password and a token that ends, by this machine's clock, when it is said. */
  const signIn = (accounts: Accounts, fields: Partial<Secret> = {}, token = issue()): Promise<Account> =>
    accounts.signIn({
      base: base(),
      tenant: generatedTenantId,
      label: 'demo',
      method: { kind: 'password', identity: identity(), version: 'v3', who: withoutSecret(credential) },
      secret: {
        token,
        issued: Date.now() - HOUR,
        expires: Date.now() + HOUR,
        renewal: { identity: identity(), credential },
        ...fields,
      },
    });
  const issue = () => api.tokens.issue({ tenantId: generatedTenantId }).id;
  const list = (accounts: Accounts, account: Account, signal = nobody) =>
    onePage(
      new ComputeImages({
        base: account.base,
        tokens: accounts.tokens(account),
        timeout: () => 10,
        log: () => undefined,
      }),
      { limit: 1 },
      signal,
    );
  const asked = (kind: string) => api.requests.filter((request) => request.kind === kind).length;

  it('are sent as long as they live when the identity service has no other for now', async () => {
    const accounts = window();
    const account = await signIn(accounts, { expires: Date.now() + MINUTE });
    api.faults.add({ do: 'status', status: 503, on: 'token' });
    for (let times = 0; times < 3; times++) assert.equal((await list(accounts, account)).images.length, 1);
    assert.equal(asked('token'), 1, 'one attempt to renew it');
    assert.deepEqual(refused, []);
  });

  it('are sent as long as they live when the password is refused, which is asked for once', async () => {
    const accounts = window();
    const account = await signIn(accounts, { expires: Date.now() + MINUTE });
    api.faults.add({ do: 'unauthorized', as: 'error', on: 'token' });
    for (let times = 0; times < 3; times++) await list(accounts, account);
    api.tokens.expireAll();
    assert.equal((await apiFailure(list(accounts, account))).kind, 'unauthorized');
    for (let times = 0; times < 2; times++) {
      assert.equal((await apiFailure(list(accounts, account))).kind, 'refusedBefore');
    }
    assert.equal(asked('token'), 1);
    assert.equal(asked('list'), 4, 'three that were answered, and one that found the end');
    assert.equal(refused.length, 1);
  });

  for (const renewal of [undefined, { identity: '', credential }]) {
    const which = renewal === undefined ? 'pasted' : 'kept with a password';
    it(`that are ${which} are sent once more, after a refusal that passes, when a person asks`, async () => {
      const accounts = window();
      const account = await signIn(accounts, { renewal: renewal && { ...renewal, identity: identity() } });
      const refusals = [
        api.faults.add({ do: 'unauthorized', as: 'html' }),
        api.faults.add({ do: 'unauthorized', as: 'error', on: 'token' }),
      ];
      assert.equal((await apiFailure(list(accounts, account))).kind, 'unauthorized');
      assert.equal((await apiFailure(list(accounts, account))).kind, 'refusedBefore');
      accounts.askAgain(account.id);
      assert.equal((await apiFailure(list(accounts, account))).kind, 'unauthorized');
      assert.equal(asked('list'), 2, 'one request for each time that a person asks');
      assert.deepEqual(reasons, [renewal === undefined ? 'token' : 'secret'], 'the person hears of it once');
      for (const refusal of refusals) refusal.remove();
      accounts.askAgain(account.id);
      assert.equal((await list(accounts, account)).images.length, 1);
      assert.equal((await list(accounts, account)).images.length, 1);
    });
  }

  describe('that Compute refuses, new ones too,', () => {
    beforeEach(() => {
      api.faults.add({ do: 'unauthorized', as: 'error' });
    });

    it('are obtained no more, and the user hears of it once', async () => {
      const accounts = window();
      const account = await signIn(accounts);
      assert.equal((await apiFailure(list(accounts, account))).kind, 'unauthorized');
      for (let times = 0; times < 5; times++) {
        assert.equal((await apiFailure(list(accounts, account))).kind, 'refusedBefore');
      }
      assert.deepEqual([asked('token'), asked('list')], [1, 2]);
      assert.deepEqual(reasons, ['newToken']);
    });

    it('are obtained once whenever a person asks, and without end when they are accepted', async () => {
      const accounts = window();
      const account = await signIn(accounts);
      for (let times = 1; times <= 3; times++) {
        accounts.askAgain(account.id);
        await apiFailure(list(accounts, account));
        await apiFailure(list(accounts, account));
        assert.equal(asked('token'), times);
      }
      assert.equal(refused.length, 1);
      api.faults.clear();
      accounts.askAgain(account.id);
      for (let times = 1; times <= 3; times++) {
        await list(accounts, account);
        api.tokens.expireAll();
        await list(accounts, account);
        assert.equal(asked('token'), 3 + times);
      }
    });

    it('are obtained once by each of several windows', async () => {
      const windows = [window(), window(), window()];
      const [first] = windows;
      assert.ok(first);
      const account = await signIn(first);
      for (let times = 0; times < 4; times++) {
        for (const accounts of windows) await apiFailure(list(accounts, account));
      }
      assert.equal(asked('token'), windows.length);
    });
  });

  it('are no longer asked for once nobody waits for them, down to the connection', async () => {
    const accounts = window();
    const account = await signIn(accounts, { expires: Date.now() - 1 });
    const hang = api.faults.add({ do: 'hang', on: 'token' });
    const [first, second] = [new AbortController(), new AbortController()];
    const waiting = [list(accounts, account, first.signal), list(accounts, account, second.signal)];
    await api.untilRequests((all) => all.length === 1);
    first.abort();
    await assert.rejects(waiting[0] ?? Promise.resolve(), Canceled);
    assert.equal(api.requests[0]?.outcome, 'pending', 'somebody still waits');
    second.abort();
    await assert.rejects(waiting[1] ?? Promise.resolve(), Canceled);
    await api.untilRequests((all) => all[0]?.outcome !== 'pending');
    hang.remove();
    assert.equal((await list(accounts, account)).images.length, 1);
  });

  it('are not sent after they have ended, but renewed first', async () => {
    const accounts = window();
    const account = await signIn(accounts, { expires: Date.now() - 1 });
    await list(accounts, account);
    assert.deepEqual(
      api.requests.map(({ kind }) => kind),
      ['token', 'list'],
    );
  });

  it('are asked for again when the identity service failed, with the reason until then', async () => {
    const accounts = window();
    const account = await signIn(accounts);
    api.tokens.expireAll();
    const fault = api.faults.add({ do: 'status', status: 503, on: 'token' });
    assert.equal((await apiFailure(list(accounts, account))).kind, 'server');
    assert.equal((await apiFailure(list(accounts, account))).kind, 'server');
    fault.remove();
    assert.equal((await list(accounts, account)).images.length, 1);
    assert.equal(asked('list'), 2, 'the refused token is sent once');
    assert.deepEqual(refused, []);
  });

  it('live as long as they say by the clock of a server that is a day ahead or behind', async () => {
    for (const days of [1, -1]) {
      const accounts = window();
      api.clock.set(Date.now() + days * 24 * HOUR);
      const account = await signIn(accounts, { expires: Date.now() - 1 });
      api.clearRequests();
      for (let times = 0; times < 3; times++) await list(accounts, account);
      assert.equal(asked('token'), 1);
      const left = (accounts.get(account.id)?.expires ?? 0) - Date.now();
      assert.ok(left > 23 * HOUR && left <= 24 * HOUR + MINUTE, `${left / HOUR} hours are left`);
    }
  });

  it('that another window has got are used instead of asking for more', async () => {
    const [one, other] = [window(), window()];
    const account = await signIn(one);
    await list(other, account);
    api.tokens.expireAll();
    await list(one, account);
    await list(other, account);
    assert.equal(asked('token'), 1);
  });

  it('are gone from every window when one signs out', async () => {
    const [one, other] = [window(), window()];
    const account = await signIn(one);
    await list(other, account);
    await one.signOut(account.id);
    assert.equal(other.isSignedIn(account.id), false);
    api.clearRequests();
    assert.equal((await apiFailure(list(other, account))).kind, 'signedOut');
    assert.equal(api.requests.length, 0);
  });

  it('that arrive after the account was signed out are not kept, and given back', async () => {
    const accounts = window();
    const account = await signIn(accounts, { expires: Date.now() - 1 });
    const hang = api.faults.add({ do: 'hang', on: 'token' });
    const listing = list(accounts, account).catch((error: unknown) => error);
    await api.untilRequests((requests) => requests.some(({ kind }) => kind === 'token'));
    await accounts.signOut(account.id);
    hang.remove();
    await listing;
    assert.equal(vault.size, 0);
    assert.equal(accounts.isSignedIn(account.id), false);
    assert.deepEqual(refused, []);
    const obtained = api.requests.filter(({ kind }) => kind === 'revoke').length;
    assert.equal(obtained, 2, 'the old token and the one that came too late');
  });

  it('are waited for no longer than somebody wants them, and come for the others', async () => {
    const accounts = window();
    const account = await signIn(accounts, { expires: Date.now() - 1 });
    const hang = api.faults.add({ do: 'hang', on: 'token' });
    const impatient = new AbortController();
    const given = list(accounts, account, impatient.signal).catch((error: unknown) => error);
    const other = list(accounts, account);
    await api.untilRequests((requests) => requests.some(({ kind }) => kind === 'token'));
    impatient.abort();
    assert.ok((await given) instanceof Canceled);
    hang.remove();
    assert.equal((await other).images.length, 1);
    assert.equal(asked('token'), 1);
  });

  it('that are asked for when the window closes are asked for no more', async () => {
    const accounts = window();
    const account = await signIn(accounts, { expires: Date.now() - 1 });
    api.faults.add({ do: 'hang', on: 'token' });
    const listing = list(accounts, account).catch((error: unknown) => error);
    await api.untilRequests((requests) => requests.some(({ kind }) => kind === 'token'));
    accounts.dispose();
    await listing;
    await api.untilRequests((requests) => requests.some(({ outcome }) => outcome === 'abandoned'));
  });

  it('belong to an account that is told as signed out when its secret is missing', async () => {
    const before = window();
    const account = await signIn(before);
    before.dispose();
    const afterRestart = window(memoryVault());
    assert.equal(afterRestart.isSignedIn(account.id), true);
    await apiFailure(list(afterRestart, account));
    assert.equal(afterRestart.isSignedIn(account.id), false);
    assert.equal(api.requests.length, 0);
  });
});

describe('the life of a token', () => {
  const noon = Date.UTC(2026, 10, 23, 12);

  it('is as the server says where the clocks agree', () => {
    const life = tokenLife({ issued: noon, expires: noon + HOUR, serverTime: noon }, noon + 1500);
    assert.deepEqual(life, { issued: noon, expires: noon + HOUR });
  });

  it('is moved to this machine’s clock where they do not', () => {
    const life = tokenLife({ issued: noon, expires: noon + HOUR, serverTime: noon }, noon - 3 * HOUR);
    assert.deepEqual(life, { issued: noon - 3 * HOUR, expires: noon - 2 * HOUR });
  });

  it('is unknown where the server says nothing of it', () => {
    const life = tokenLife({ issued: undefined, expires: undefined, serverTime: noon }, noon - HOUR);
    assert.deepEqual(life, { issued: undefined, expires: undefined });
  });
});
