import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { SecretStorageVault } from '../../src/adapters/secretStorageVault';
import type { Account } from '../../src/auth/account';
import type { Accounts } from '../../src/auth/accounts';
import { withoutSecret } from '../../src/auth/withSecret';
import { demoUser, generatedTenantId, startServer, type Server } from '../server/index';
import { apiFailure } from './apiFailure';
import { accountsFor, clientsFor } from './accountParts';
import { onePage } from './imageSource';
import { memoryStore, memoryVault } from './memory';
import { SlowStorage } from './slowStorage';
import { rethrow } from './rethrow';

const HOUR = 3_600_000;
/** How many steps a renewal takes in the storage at the most, with the request that needs it. */
const MOST_STEPS = 40;

describe('an account that is ended while its token is renewed', () => {
  let api: Server;
  let storage: SlowStorage;
  let store: ReturnType<typeof memoryStore>;
  const open: Accounts[] = [];
  beforeEach(async () => {
    api = await startServer();
    storage = new SlowStorage();
    store = memoryStore();
  });
  const closeWindows = () => {
    for (const accounts of open.splice(0)) accounts.dispose();
  };
  afterEach(async () => {
    closeWindows();
    await api.close();
  });

  /** A window of the editor: all have the same secret storage and the same state. */
  const window = (): Accounts => {
    const accounts = accountsFor({ store, vault: new SecretStorageVault(storage, () => undefined, rethrow) });
    open.push(accounts);
    return accounts;
  };
  const credential = {
    kind: 'password' as const,
    user: { name: demoUser.name, domain: 'default' },
    password: demoUser.password,
    project: { id: generatedTenantId },
  };
  const signIn = (accounts: Accounts, token: string, expires = Date.now() + HOUR): Promise<Account> => {
    const identity = `${api.origin}/v3`;
    return accounts.signIn({
      base: api.endpoint(generatedTenantId),
      tenant: generatedTenantId,
      label: 'demo',
      method: { kind: 'password', identity, version: 'v3', who: withoutSecret(credential) },
      secret: {
        token,
        issued: Date.now() - HOUR,
        expires,
        renewal: { identity, credential },
      },
    });
  };
  const issue = () => api.tokens.issue({ tenantId: generatedTenantId }).id;
  const list = (accounts: Accounts, account: Account) =>
    onePage(clientsFor().images(account, accounts.tokens(account)), { limit: 1 });
  const living = () => api.tokens.list().filter(({ endsAt }) => endsAt === undefined);

  /**
   * Asks for a list with a token that has been revoked, and does something else at one step that is taken in the storage
   * for that.
   * @returns whether there was that step
   */
  const duringRenewal = async (
    accounts: Accounts,
    account: Account,
    step: number,
    work: () => Promise<unknown>,
  ): Promise<boolean> => {
    let steps = 0;
    let working: Promise<unknown> | undefined;
    storage.onStep = () => {
      if (steps++ === step) working = work();
    };
    await list(accounts, account).catch(() => undefined);
    await storage.quiet();
    storage.onStep = () => undefined;
    await working;
    await storage.quiet();
    return working !== undefined;
  };

  for (const where of ['the same window', 'another window']) {
    for (const end of ['signOut', 'remove'] as const) {
      it(`leaves no secret and no living token: ${end} in ${where}, whenever that is`, async () => {
        const before = living().length;
        let steps = 0;
        for (; steps < MOST_STEPS; steps++) {
          closeWindows();
          const renewing = window();
          const ending = where === 'another window' ? window() : renewing;
          const token = issue();
          const account = await signIn(renewing, token);
          await storage.quiet();
          api.tokens.revoke(token);
          const happened = await duringRenewal(renewing, account, steps, () => ending[end](account.id));
          if (!happened) break;
          assert.deepEqual([...storage.texts.keys()], [], `after step ${steps}`);
          assert.equal(living().length, before, `living tokens after step ${steps}`);
          for (const accounts of [renewing, ending]) {
            assert.equal(accounts.isSignedIn(account.id), false, `after step ${steps}`);
            assert.equal(accounts.all.length, end === 'remove' ? 0 : 1);
          }
        }
        assert.ok(steps >= 4 && steps < MOST_STEPS, `${steps} steps were tried`);
      });
    }
  }

  it('and signed in to once more has the secret that was given last, whenever that is', async () => {
    let steps = 0;
    for (; steps < MOST_STEPS; steps++) {
      closeWindows();
      const accounts = window();
      const token = issue();
      const account = await signIn(accounts, token);
      await storage.quiet();
      api.tokens.revoke(token);
      const given = issue();
      const happened = await duringRenewal(accounts, account, steps, async () => {
        const ended = accounts.signOut(account.id);
        await signIn(accounts, given);
        await ended;
      });
      if (!happened) break;
      const [text = ''] = storage.texts.values();
      assert.ok(text.includes(given), `after step ${steps}`);
      assert.equal(accounts.isSignedIn(account.id), true);
      api.clearRequests();
      await list(accounts, account);
      assert.deepEqual(
        api.requests.map(({ kind }) => kind),
        ['list'],
      );
    }
    assert.ok(steps >= 4 && steps < MOST_STEPS, `${steps} steps were tried`);
  });

  it('and moved to the other service stays signed in in every window, whenever another one asks for its list', async () => {
    let steps = 0;
    for (; steps < MOST_STEPS; steps++) {
      closeWindows();
      const [moving, other] = [window(), window()];
      const account = await signIn(moving, issue());
      await list(other, account);
      await storage.quiet();
      let asked: Promise<unknown> | undefined;
      let step = 0;
      storage.onStep = () => {
        if (step++ === steps) asked = list(other, account).catch(() => undefined);
      };
      const place = { base: api.imageEndpoint(generatedTenantId), service: 'image' } as const;
      assert.ok(await moving.move(account.id, place), `step ${steps}`);
      await storage.quiet();
      storage.onStep = () => undefined;
      await asked;
      await storage.quiet();
      for (const accounts of [moving, other]) {
        const moved = accounts.get(account.id);
        assert.deepEqual(
          [moved?.signedIn, moved?.renews, moved?.base],
          [true, true, place.base],
          `step ${steps}`,
        );
        assert.ok(moved);
        assert.equal((await list(accounts, moved)).images.length, 1, `step ${steps}`);
      }
      if (asked === undefined) break;
      await moving.remove(account.id);
    }
    assert.ok(steps >= 2 && steps < MOST_STEPS, `${steps} steps were tried`);
  });

  it('has no secret after a token was given while it was removed', async () => {
    for (const other of [true, false]) {
      const accounts = window();
      const removing = other ? window() : accounts;
      const account = await signIn(accounts, issue());
      const removal = removing.remove(account.id);
      await accounts.updateToken(account.id, issue());
      await removal;
      await storage.quiet();
      assert.deepEqual([...storage.texts.keys()], []);
    }
  });

  for (const [when, left] of [
    ['has ended', -1],
    ['is refused', HOUR],
    ['is about to end', HOUR / 60],
  ] as const) {
    it(`sends nothing more and gets no secret back where its token ${when}`, async () => {
      const vault = memoryVault();
      // Of the end in another window this one has not heard yet.
      const deaf = { ...vault, read: (id: string) => readOrEnd(id), onDidChange: memoryVault().onDidChange };
      const accounts = accountsFor({ store, vault: deaf });
      open.push(accounts);
      const token = issue();
      const account = await signIn(accounts, token, Date.now() + left);
      if (when === 'is refused') api.tokens.revoke(token);
      // Once the request has read the secret.
      let reads = 0;
      const readOrEnd = async (id: string) => {
        if (++reads === 2) await vault.remove(id);
        return vault.read(id);
      };
      assert.equal((await apiFailure(list(accounts, account))).kind, 'signedOut');
      assert.equal(reads, 2);
      // That it is refused is found out by sending it, before.
      assert.deepEqual(
        api.requests.map(({ kind }) => kind),
        when === 'is refused' ? ['list'] : [],
      );
      assert.equal(vault.size, 0);
      assert.equal(accounts.isSignedIn(account.id), false);
    });
  }
});
