import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Accounts } from '../../src/auth/accounts';
import type { Session, Sessions } from '../../src/session/sessions';
import { topRows } from '../../src/tree/accountRows';
import { temporaryFolder } from '../hosts/temporaryFolder';
import { startServer, type Server } from '../server/index';
import { accountsFor, sessionsFor } from './accountParts';
import { NO_FAVOURITES, PLAIN_LOOK } from './rowLooks';

describe('a list that the server does not page on', () => {
  let api: Server;
  let accounts: Accounts;
  let sessions: Sessions;
  beforeEach(async () => {
    api = await startServer({ tenants: [{ images: 220 }] });
    accounts = accountsFor();
    sessions = sessionsFor(accounts, { folder: temporaryFolder('whole') });
  });
  afterEach(async () => {
    sessions.dispose();
    accounts.dispose();
    await api.close();
  });

  const loaded = async (): Promise<Session> => {
    const [tenant] = api.tenants;
    assert.ok(tenant);
    const { id, token, endpoint } = tenant;
    await accounts.signIn({
      ...{ base: endpoint, tenant: id, label: id, method: { kind: 'token' } },
      secret: { token },
    });
    const active = sessions.ofActive();
    assert.ok(active);
    await active.images.ensureStarted();
    while (active.images.catalog.hasMore) await active.images.catalog.loadMore();
    return active;
  };
  const rows = (session: Session) =>
    topRows(session, 'parent', PLAIN_LOOK, NO_FAVOURITES).map((row) => [
      row.kind,
      ...(row.kind === 'group' ? [row.mayHaveMore] : []),
      ...(row.kind === 'info' ? [row.info] : []),
    ]);

  it('may have more in each group, and is not said to be complete', async () => {
    api.faults.add({ do: 'repeatPage' });
    const session = await loaded();
    assert.equal(session.images.catalog.isComplete, false);
    const groups = session.images.groups.map(() => ['group', true]);
    assert.deepEqual(rows(session), [...groups, ['info', 'incomplete']]);
  });

  it('otherwise is known whole at its end', async () => {
    const session = await loaded();
    assert.equal(session.images.catalog.isComplete, true);
    assert.deepEqual(
      rows(session),
      session.images.groups.map(() => ['group', false]),
    );
  });

  it('is not known whole before it was asked for, or while there is more', async () => {
    const session = await loaded();
    session.images.show({ filter: { criteria: [{ kind: 'status', values: ['ACTIVE'] }] } });
    assert.equal(session.images.catalog.isComplete, false);
    await session.images.ensureStarted();
    assert.deepEqual([session.images.catalog.hasMore, session.images.catalog.isComplete], [true, false]);
  });
});
