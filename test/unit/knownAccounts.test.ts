import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImagesAddress } from '../../src/api/images/imagesService';
import type { Account } from '../../src/auth/account';
import type { Accounts, NewAccount } from '../../src/auth/accounts';
import { connect } from '../../src/auth/connect';
import { knownAccounts } from '../../src/auth/knownAccounts';
import { obtainedAccount, tokenAccount } from '../../src/auth/newAccount';
import type { Sessions } from '../../src/session/sessions';
import { until } from '../hosts/until';
import {
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  generatedToken,
  startServer,
  type Server,
} from '../server/index';
import { accountsFor, clientsFor, sessionsFor } from './accountParts';
import { memoryStore, memoryVault } from './memory';

const nobody = new AbortController().signal;

/** A user of each project: by its password it is seen whose an account is. */
const USERS = [
  { id: 'a1', name: 'alice', password: 'password of alice', tenantIds: [documentedTenantId] },
  { id: 'b1', name: 'bob', password: 'password of bob', tenantIds: [generatedTenantId] },
] as const;
const [ALICE, BOB] = USERS;

const PLACES = [
  { what: 'v2.1', computeStyle: 'v2.1', imageStyle: 'none', path: '/v2.1' },
  { what: 'compute', computeStyle: 'compute', imageStyle: 'none', path: '/compute/v2.1' },
  { what: 'image', computeStyle: 'v2.1', imageStyle: 'image', path: '/image/v2' },
] as const;

for (const { what, path, computeStyle, imageStyle } of PLACES) {
  describe(`accounts at an address that is that of every project, in the catalogue as ${what}`, () => {
    let api: Server;
    let folder: string;
    let store: ReturnType<typeof memoryStore>;
    let vault: ReturnType<typeof memoryVault>;
    let accounts: Accounts;
    let sessions: Sessions;
    beforeEach(async () => {
      api = await startServer({ computeStyle, imageStyle, regions: ['tyo1'], users: USERS });
      folder = await mkdtemp(join(tmpdir(), 'conoha-images-projects-'));
      store = memoryStore();
      vault = memoryVault();
      accounts = accountsFor({ store, vault });
      sessions = sessionsFor(accounts, { folder });
    });
    afterEach(async () => {
      sessions.dispose();
      accounts.dispose();
      await api.close();
      await rm(folder, { recursive: true });
    });

    const base = () => `${api.origin}${path}`;
    const place = (): ImagesAddress => ({
      base: base(),
      ...(imageStyle === 'image' && { service: 'image' as const }),
    });
    const obtained = async ({
      name,
      password,
      tenantIds: [id],
    }: (typeof USERS)[number]): Promise<NewAccount> => {
      const user = { name, domainId: 'default' };
      const credential = { kind: 'password', user, password, project: { id } } as const;
      const wish = { identity: `${api.origin}/v3`, credentials: [credential] } as const;
      const connected = await connect(clientsFor(), wish, {}, nobody);
      assert.deepEqual(connected.place, place());
      return obtainedAccount(connected.obtained, place(), true);
    };
    const imagesOf = ({ id }: Account) => {
      const images = sessions.of(id)?.images;
      assert.ok(images);
      return images;
    };
    const listed = async (account: Account): Promise<number> => {
      const { catalog } = imagesOf(account);
      await catalog.refresh();
      return catalog.images.length;
    };
    const passwordOf = async ({ id }: Account) => {
      const credential = (await vault.read(id))?.renewal?.credential;
      return credential?.kind === 'password' ? credential.password : undefined;
    };
    const cachedLists = async () => readdir(join(folder, 'catalogues')).catch(() => [] as string[]);

    it('stand side by side, each with its own images and its own password', async () => {
      const one = await accounts.signIn(await obtained(ALICE));
      assert.equal(await listed(one), 5);
      const other = await accounts.signIn(await obtained(BOB));
      assert.equal(one.base, other.base);
      assert.notEqual(one.label, other.label);
      assert.deepEqual(
        accounts.all.map(({ id, tenant }) => [id, tenant]),
        [
          [one.id, documentedTenantId],
          [other.id, generatedTenantId],
        ],
      );
      assert.deepEqual([await listed(one), await listed(other)], [5, 100]);
      assert.deepEqual([await passwordOf(one), await passwordOf(other)], [ALICE.password, BOB.password]);
      api.tokens.expireAll();
      assert.deepEqual([await listed(one), await listed(other)], [5, 100], 'with tokens of their own');
    });

    it('are updated by who signs in to the same project again', async () => {
      const one = await accounts.signIn(await obtained(ALICE));
      const other = await accounts.signIn(await obtained(BOB));
      await listed(one);
      const images = imagesOf(one);
      const before = await vault.read(one.id);
      const again = await accounts.signIn(await obtained(ALICE));
      assert.equal(again.id, one.id);
      assert.deepEqual(
        accounts.all.map(({ id }) => id),
        [one.id, other.id],
      );
      assert.equal(imagesOf(one), images, 'its list stays');
      assert.notEqual((await vault.read(one.id))?.token, before?.token);
      assert.equal(await passwordOf(other), BOB.password);
    });

    it('are found by their project as 0.1.0 stored them, and keep their id', async () => {
      const id = createHash('sha256').update(base()).digest('hex').slice(0, 16);
      const stored = {
        id,
        base: base(),
        label: 'mine',
        way: { kind: 'token' },
        renews: false,
        signedIn: true,
      };
      await store.update('accounts', { accounts: [{ ...stored, tenant: documentedTenantId }] });
      const other = await accounts.signIn(await obtained(BOB));
      assert.notEqual(other.id, id);
      assert.equal((await accounts.signIn(await obtained(ALICE))).id, id);
      assert.equal(accounts.all.length, 2);
    });

    it('are not taken for each other where a project is not known', async () => {
      const find = (tenant: string) => {
        const { same, perhaps } = knownAccounts(accounts.all, { base: base(), tenant });
        return { same: same?.id, perhaps: perhaps.map(({ id }) => id) };
      };
      const opaque = (token: string) => accounts.signIn(tokenAccount(place(), { token }));
      assert.deepEqual(find(''), { same: undefined, perhaps: [] });
      const known = await accounts.signIn(await obtained(ALICE));
      assert.deepEqual(find(''), { same: undefined, perhaps: [known.id] });
      const one = await opaque(documentedToken);
      const other = await opaque(generatedToken);
      assert.equal(new Set([known.id, one.id, other.id]).size, 3);
      assert.deepEqual([await listed(one), await listed(other)], [5, 100]);
      assert.deepEqual(find(''), { same: undefined, perhaps: [one.id, other.id, known.id] });
      assert.deepEqual(find(documentedTenantId), { same: known.id, perhaps: [] });
      assert.deepEqual(find(generatedTenantId), { same: undefined, perhaps: [one.id, other.id] });
    });

    it('that turn out to be of another project begin a list of their own', async () => {
      const { id } = await accounts.signIn({ ...(await obtained(ALICE)), tenant: '' });
      const account = () => {
        const present = accounts.get(id);
        assert.ok(present);
        return present;
      };
      assert.equal(await listed(account()), 5);
      const images = imagesOf(account());
      await until(async () => (await cachedLists()).length === 1, 'the cached list');
      await accounts.signIn(await obtained(BOB), id);
      assert.equal(account().tenant, generatedTenantId);
      assert.notEqual(imagesOf(account()), images);
      await until(async () => (await cachedLists()).length === 0, 'the cached list to go');
      assert.equal(await listed(account()), 100);
    });
  });
}

describe('an account whose project stands in its address', () => {
  it('is known by that, whatever is said of the project beside it', () => {
    const base = 'https://compute.tyo1.conoha.io/v2/abc';
    const account: Account = {
      ...{ id: 'one', label: 'demo', base, tenant: '', renews: false, signedIn: true },
      method: { kind: 'token' },
    };
    for (const tenant of ['', 'abc']) {
      const found = knownAccounts([account], { base: 'https://COMPUTE.tyo1.conoha.io:443/v2/abc', tenant });
      assert.deepEqual(found, { same: account, perhaps: [] });
    }
    const other = knownAccounts([account], { base: `${base}d`, tenant: 'abcd' });
    assert.deepEqual(other, { same: undefined, perhaps: [] });
  });
});
