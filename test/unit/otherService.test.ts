import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from '../../src/auth/account';
import type { Accounts } from '../../src/auth/accounts';
import { connect } from '../../src/auth/connect';
import { obtainedAccount, tokenAccount } from '../../src/auth/newAccount';
import { findOtherService } from '../../src/auth/otherService';
import type { WantedService } from '../../src/api/images/serviceChoice';
import { conohaSibling } from '../../src/conoha';
import type { Sessions } from '../../src/session/sessions';
import { demoUser, generatedTenantId, startServer, type Server } from '../server/index';
import { accountsFor, clientsFor, sessionsFor } from './accountParts';
import { memoryVault } from './memory';

const nobody = new AbortController().signal;

describe('an account that is to use the other service of images', () => {
  let api: Server;
  let folder: string;
  let vault: ReturnType<typeof memoryVault>;
  let accounts: Accounts;
  let sessions: Sessions;
  beforeEach(async () => {
    api = await startServer({ regions: ['tyo1', 'tyo2'] });
    folder = await mkdtemp(join(tmpdir(), 'conoha-images-service-'));
    vault = memoryVault();
    accounts = accountsFor({ vault });
    sessions = sessionsFor(accounts, { folder });
  });
  afterEach(async () => {
    sessions.dispose();
    accounts.dispose();
    await api.close();
    await rm(folder, { recursive: true });
  });

  const signIn = async (region: string, wanted: WantedService = {}): Promise<Account> => {
    const { name, password } = demoUser;
    const user = { name, domainId: 'default' };
    const credential = { kind: 'password', user, password, project: { id: generatedTenantId } } as const;
    const wish = { identity: `${api.origin}/v3`, credentials: [credential] } as const;
    const services = { only: 'compute', compute: { ...wanted, regions: [region] } } as const;
    const { obtained, place } = await connect(clientsFor(), wish, services, nobody);
    assert.ok(place);
    return accounts.signIn(obtainedAccount(obtained, place, true));
  };
  const find = async (account: Account) =>
    findOtherService(clientsFor(), account, await accounts.tokens(account).token(nobody), nobody);
  const listed = async ({ id }: Account) => {
    const images = sessions.of(id)?.images;
    assert.ok(images);
    await images.ensureStarted();
    return images.catalog.images;
  };

  for (const computeStyle of ['compute', 'v2.1', 'v2.1/template', 'v2.1/project'] as const) {
    it(`finds it in the region that it is in, where the catalogue has ${computeStyle} for Compute`, async () => {
      await api.close();
      api = await startServer({ regions: ['tyo1', 'tyo2'], computeStyle });
      const { place } = await find(await signIn('tyo2'));
      assert.deepEqual(place, { base: `${api.origin}/tyo2/image/v2`, service: 'image' });
    });
  }

  it('takes that of the interface that its own address is of, in the region that it is in', async () => {
    await api.close();
    api = await startServer({ regions: ['tyo1', 'tyo2'], interface: 'internal' });
    const account = await signIn('tyo2', { interface: 'internal' });
    assert.equal(account.base, `${api.origin}/tyo2/v2.1/${generatedTenantId}`);
    const { place } = await find(account);
    assert.deepEqual(place, { base: `${api.origin}/tyo2/image/v2`, service: 'image' });
  });

  it('finds it in its service catalogue, in the region that it is in, and keeps id, name and view', async () => {
    const account = await signIn('tyo2');
    await accounts.rename(account.id, 'mine');
    const session = sessions.of(account.id);
    assert.ok(session);
    await sessions.show(session, { grouping: 'os' });
    const before = await listed(account);

    const { place } = await find(account);
    assert.deepEqual(place, { base: `${api.origin}/tyo2/image/v2`, service: 'image' });
    assert.ok(await accounts.move(account.id, place));

    const moved = accounts.get(account.id);
    assert.ok(moved);
    assert.deepEqual(
      [moved.label, moved.base, moved.service, moved.tenant, moved.signedIn, moved.renews],
      ['mine', place.base, 'image', generatedTenantId, true, true],
    );
    assert.equal(sessions.of(account.id)?.images.view.grouping, 'os');
    api.clearRequests();
    const after = await listed(moved);
    assert.deepEqual(
      after.map(({ id }) => id),
      before.slice(0, after.length).map(({ id }) => id),
    );
    assert.deepEqual(new Set(api.requests.map(({ path }) => path)), new Set(['/tyo2/image/v2/images']));

    const back = await find(moved);
    assert.deepEqual(back.place, { base: account.base });
    assert.ok(await accounts.move(account.id, { base: account.base }));
    assert.deepEqual(
      [accounts.get(account.id)?.base, accounts.get(account.id)?.service],
      [account.base, undefined],
    );
  });

  it('binds its secret to the new address: what was stored for the old one is of no use there', async () => {
    const account = await signIn('tyo1');
    const { place } = await find(account);
    assert.ok(place);
    const old = await vault.read(account.id);
    assert.equal(old?.base, account.base);
    await accounts.move(account.id, place);
    assert.equal((await vault.read(account.id))?.base, place.base);
    // As another window would leave it that knows nothing of the new address.
    await vault.write(account.id, old);
    const moved = accounts.get(account.id);
    assert.ok(moved);
    await assert.rejects(accounts.tokens(moved).token(nobody), { kind: 'signedOut' });
  });

  describe('of which the project is not known', () => {
    const image = () => ({ base: api.imageEndpoint(generatedTenantId), service: 'image' }) as const;
    const compute = () => ({ base: api.endpoint(generatedTenantId) });
    const pasted = () => accounts.signIn(tokenAccount(image(), { token: 'pasted' }));
    const tenantOf = ({ id }: Account) => accounts.get(id)?.tenant;

    it('takes the one that its new address names, and keeps it', async () => {
      const account = await pasted();
      assert.equal(tenantOf(account), '');
      assert.ok(await accounts.move(account.id, compute()));
      assert.equal(tenantOf(account), generatedTenantId);
      assert.ok(await accounts.move(account.id, image()));
      assert.equal(tenantOf(account), generatedTenantId);
    });

    it('takes the one that its new token is for', async () => {
      const account = await pasted();
      await accounts.updateToken(account.id, 'other', { tenant: generatedTenantId });
      assert.equal(tenantOf(account), generatedTenantId);
      await accounts.updateToken(account.id, 'next', { tenant: 'another' });
      assert.equal(tenantOf(account), generatedTenantId);
    });

    it('takes none that another account has there', async () => {
      const account = await pasted();
      const facts = { tenant: generatedTenantId };
      const other = await accounts.signIn(tokenAccount(image(), { token: 'others' }, facts));
      await accounts.updateToken(account.id, 'other', facts);
      assert.deepEqual([tenantOf(account), tenantOf(other)], ['', generatedTenantId]);
    });
  });

  it('stays signed out where it was signed out meanwhile', async () => {
    const account = await signIn('tyo1');
    const { place } = await find(account);
    assert.ok(place);
    await accounts.signOut(account.id);
    assert.equal(await accounts.move(account.id, place), false);
    assert.equal(accounts.get(account.id)?.base, account.base);
    assert.equal(await vault.read(account.id), undefined);
  });

  it('is told nothing by a pasted token: the address is asked for, and ConoHa’s is suggested', async () => {
    const { token } = api.tenants.find(({ id }) => id === generatedTenantId) ?? { token: '' };
    const account = await accounts.signIn(
      tokenAccount({ base: api.endpoint(generatedTenantId) }, { token }, { tenant: generatedTenantId }),
    );
    api.clearRequests();
    assert.deepEqual(await find(account), { candidates: [], suggestion: undefined });
    assert.equal(api.requests.length, 0);
    const tenant = 'c0ffee';
    for (const [base, suggestion] of [
      ['https://compute.tyo1.conoha.io/v2/c0ffee', 'https://image-service.tyo1.conoha.io/v2'],
      ['https://image-service.tyo1.conoha.io/v2', 'https://compute.tyo1.conoha.io/v2/c0ffee'],
      ['https://compute.c3j1.conoha.io/v2.1', 'https://image-service.c3j1.conoha.io/v2'],
      ['https://image-service.c3j1.conoha.io/v2', 'https://compute.c3j1.conoha.io/v2.1'],
      ['https://compute.example.com/v2/c0ffee', undefined],
    ] as const) {
      assert.equal(conohaSibling(base, tenant), suggestion);
    }
  });

  it('says why where the catalogue has none', async () => {
    await api.close();
    api = await startServer({ regions: ['tyo1'], imageStyle: 'none' });
    const { place, reason } = await find(await signIn('tyo1'));
    assert.deepEqual([place, reason], [undefined, { problem: 'noService' }]);
  });
});
