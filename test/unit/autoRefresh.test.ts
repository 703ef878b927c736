import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewAccount } from '../../src/auth/accounts';
import { AutoRefresh } from '../../src/session/autoRefresh';
import type { Session, Sessions } from '../../src/session/sessions';
import { until } from '../hosts/until';
import {
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  generatedToken,
  startServer,
  type Server,
} from '../server/index';
import { accountsFor, sessionsFor } from './accountParts';
import { sessionSettings } from './sessionSettings';

/** Seconds between automatic refreshes. */
const INTERVAL = 0.05;

describe('lists that are kept up to date by themselves', () => {
  let api: Server;
  let folder: string;
  let sessions: Sessions;
  let refresh: AutoRefresh;
  let first: Session;
  let second: Session;
  let isWatched: boolean;
  /** Seconds, as the setting. */
  let every: number;
  beforeEach(async () => {
    api = await startServer();
    folder = await mkdtemp(join(tmpdir(), 'conoha-images-'));
    const accounts = accountsFor();
    const settings = sessionSettings({ autoRefresh: () => every });
    sessions = sessionsFor(accounts, { folder, settings });
    isWatched = true;
    every = INTERVAL;
    refresh = new AutoRefresh(sessions, settings, () => isWatched);
    const open = async (tenant: string, token: string): Promise<Session> => {
      const { id } = await accounts.signIn(accountOf(tenant, token));
      const session = sessions.of(id);
      assert.ok(session);
      return session;
    };
    first = await open(documentedTenantId, documentedToken);
    second = await open(generatedTenantId, generatedToken);
  });
  afterEach(async () => {
    refresh.dispose();
    sessions.dispose();
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  const accountOf = (tenant: string, token: string): NewAccount => ({
    base: api.endpoint(tenant),
    tenant,
    label: tenant,
    method: { kind: 'token' },
    secret: { token },
  });
  const askedBy = (tenant: string) => api.requests.filter((request) => request.tenant === tenant);
  const changes = (tenant: string) =>
    askedBy(tenant).filter(({ query }) => query.has('changes-since')).length;
  const whenRefreshed = (tenant: string) => {
    const before = changes(tenant);
    return until(() => changes(tenant) > before + 1, 'further questions for changes');
  };

  const started = async (...opened: readonly Session[]) => {
    await Promise.all(opened.map(({ images }) => images.ensureStarted()));
    await until(() => opened.every(({ images }) => images.catalog.activity === undefined), 'whole lists');
  };
  /** Until another window, which is watched all the time, has kept a list of its own up to date more than once. */
  const whenAnotherWindowRefreshed = async () => {
    const accounts = accountsFor();
    const { id } = await accounts.signIn(accountOf(generatedTenantId, generatedToken));
    const settings = sessionSettings({ autoRefresh: () => INTERVAL });
    const others = sessionsFor(accounts, { folder: join(folder, 'another'), settings });
    const watching = new AutoRefresh(others, settings, () => true);
    try {
      await others.of(id)?.images.ensureStarted();
      await whenRefreshed(generatedTenantId);
    } finally {
      watching.dispose();
      others.dispose();
    }
  };

  it('do not wait for one that takes long, and that one goes on when it has ended', async () => {
    await started(first, second);
    const hang = api.faults.add({ do: 'hang', tenant: documentedTenantId });
    const long = first.images.catalog.refresh();
    await whenRefreshed(generatedTenantId);
    assert.equal(first.images.catalog.activity, 'refresh');
    hang.remove();
    await long;
    await whenRefreshed(documentedTenantId);
  });

  it('do not wait for one that is brought up to date by itself and takes long', async () => {
    await started(first, second);
    api.faults.add({ do: 'hang', tenant: documentedTenantId });
    await until(() => first.images.catalog.activity === 'update', 'an update that hangs');
    await whenRefreshed(generatedTenantId);
  });

  it('are asked for no more once that has ended, though an answer comes after it', async () => {
    await started(first);
    const hang = api.faults.add({ do: 'hang' });
    await until(() => first.images.catalog.activity === 'update', 'an update that hangs');
    refresh.dispose();
    hang.remove();
    await until(() => first.images.catalog.activity === undefined, 'its answer');
    const asked = askedBy(documentedTenantId);
    await whenAnotherWindowRefreshed();
    assert.deepEqual(askedBy(documentedTenantId), asked);
  });

  it('are asked for only while somebody sees them, and then soon', async () => {
    isWatched = false;
    await started(first);
    await whenAnotherWindowRefreshed();
    assert.equal(changes(documentedTenantId), 0);
    isWatched = true;
    refresh.watchChanged();
    await whenRefreshed(documentedTenantId);
  });

  it('are left alone even while somebody sees them, where nothing is being saved and nothing is wanted', async () => {
    every = 0;
    await started(first);
    refresh.watchChanged();
    await whenAnotherWindowRefreshed();
    assert.equal(changes(documentedTenantId), 0);
    every = INTERVAL;
    refresh.watchChanged();
    await whenRefreshed(documentedTenantId);
  });
});
