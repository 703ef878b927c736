import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { Emitter } from '../../src/base/emitter';
import { temporaryFolder } from '../hosts/temporaryFolder';
import { documentedTenantId, documentedToken, startServer, type Server } from '../server/index';
import { accountsFor, sessionsFor } from './accountParts';
import { memoryStore, memoryVault } from './memory';

const FAULT = new TypeError('a listener of the test');
function fault(): never {
  throw FAULT;
}

describe('a listener that throws', () => {
  let api: Server;
  let reported: unknown[];
  beforeEach(async () => {
    api = await startServer();
    reported = [];
  });
  afterEach(() => api.close());

  const report = (error: unknown) => void reported.push(error);
  /** Accounts of which a broken listener hears before all others. */
  const broken = () => {
    const store = memoryStore();
    const accounts = accountsFor({ store, vault: memoryVault(), report });
    accounts.onDidChange(fault);
    const sessions = sessionsFor(accounts, { folder: temporaryFolder('listeners'), report });
    return { store, accounts, sessions };
  };
  const signIn = ({ accounts }: Pick<ReturnType<typeof broken>, 'accounts'>) =>
    accounts.signIn({
      base: api.endpoint(documentedTenantId),
      tenant: documentedTenantId,
      label: 'demo',
      method: { kind: 'token' },
      secret: { token: documentedToken },
    });

  it('keeps nothing from the others, and is reported', () => {
    const heard: string[] = [];
    const emitter = new Emitter<string>(report);
    emitter.event((word) => heard.push(`first ${word}`));
    emitter.event(fault);
    emitter.event((word) => heard.push(`last ${word}`));
    emitter.fire('word');
    assert.deepEqual(heard, ['first word', 'last word']);
    assert.deepEqual(reported, [FAULT]);
  });

  it('fails no sign-in, renaming or sign-out that is stored, and no session outlives its account', async () => {
    const { accounts, sessions } = broken();
    const { id } = await signIn({ accounts });
    const session = sessions.of(id);
    await accounts.rename(id, 'another');
    const closed: string[] = [];
    sessions.onDidClose((one) => closed.push(one));
    await accounts.signOut(id);
    assert.equal(accounts.get(id)?.label, 'another');
    assert.equal(accounts.isSignedIn(id), false);
    assert.ok(session !== undefined && !sessions.opened.includes(session));
    assert.deepEqual(closed, [id]);
    await accounts.remove(id);
    assert.deepEqual(accounts.all, []);
    assert.ok(reported.length > 0 && reported.every((error) => error === FAULT));
    sessions.dispose();
    accounts.dispose();
  });

  it('fails no list that is loaded', async () => {
    const { accounts, sessions } = broken();
    const { id } = await signIn({ accounts });
    sessions.onDidChange(fault);
    const session = sessions.of(id);
    session?.images.onDidChange(fault);
    session?.images.catalog.onDidChange(fault);
    await session?.images.ensureStarted();
    assert.ok((session?.images.shown.length ?? 0) > 0);
    assert.equal(session?.images.catalog.failure, undefined);
    sessions.dispose();
    accounts.dispose();
  });
});
