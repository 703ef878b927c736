import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Trust } from '../../src/api/http/trust';
import { Canceled } from '../../src/base/canceled';
import type { Accounts } from '../../src/auth/accounts';
import { NO_FILTER, type Filter } from '../../src/catalog/filter/criterion';
import { PatternError, TOO_SLOW } from '../../src/catalog/pattern';
import type { Sessions } from '../../src/session/sessions';
import { until } from '../hosts/until';
import {
  documentedTenantId,
  documentedToken,
  selfSignedCertificate,
  startServer,
  type Server,
} from '../server/index';
import { apiFailure } from './apiFailure';
import { accountsFor, sessionsFor } from './accountParts';
import { memoryStore } from './memory';
import { sessionSettings } from './sessionSettings';
import { irregularNames, SLOW_PATTERN } from './slowPattern';
import { showing, trusting } from './trustFiles';

describe('the sessions of all accounts', () => {
  let api: Server;
  let folder: string;
  let store: ReturnType<typeof memoryStore>;
  let accounts: Accounts;
  let sessions: Sessions;
  let settings: ReturnType<typeof sessionSettings>;
  beforeEach(async () => {
    api = await startServer();
    settings = sessionSettings();
    folder = await mkdtemp(join(tmpdir(), 'conoha-images-'));
    store = memoryStore();
    accounts = accountsFor({ store });
    sessions = open();
    await accounts.signIn({
      base: api.endpoint(documentedTenantId),
      tenant: documentedTenantId,
      label: 'demo',
      method: { kind: 'token' },
      secret: { token: documentedToken },
    });
  });
  afterEach(async () => {
    sessions.dispose();
    await api.close();
    await rm(folder, { recursive: true });
  });

  const open = () => sessionsFor(accounts, { state: store, folder, settings });
  const active = () => {
    const session = sessions.ofActive();
    assert.ok(session);
    return session;
  };
  const cachedLists = async () => readdir(join(folder, 'catalogues')).catch(() => [] as string[]);

  it('keep what was chosen in a menu for the next time', async () => {
    await sessions.show(active(), {
      grouping: 'app',
      filter: { criteria: [{ kind: 'nameContains', text: '日本' }] },
    });
    sessions.dispose();
    sessions = open();
    assert.equal(active().images.view.grouping, 'app');
    assert.deepEqual(active().images.view.filter.criteria, [{ kind: 'nameContains', text: '日本' }]);
    await sessions.show(active(), { filter: NO_FILTER });
    assert.equal(active().images.view.grouping, 'app');
  });

  it('store no filter that cannot be applied, and go on showing what they showed', async () => {
    const { images } = active();
    await images.ensureStarted();
    const before = JSON.stringify(store.values());
    const filter: Filter = { criteria: [{ kind: 'namePattern', pattern: '/(/' }] };
    await assert.rejects(sessions.show(active(), { filter }), PatternError);
    assert.deepEqual([images.shown.length, images.filtered], [5, false]);
    assert.equal(JSON.stringify(store.values()), before);
  });

  it('store no filter that takes too long, and go on showing what they showed', async () => {
    const { images } = active();
    await images.ensureStarted();
    for (const name of irregularNames(95)) api.images(documentedTenantId).add({ name });
    await images.catalog.refresh();
    const filter: Filter = { criteria: [{ kind: 'namePattern', pattern: SLOW_PATTERN }] };
    await assert.rejects(sessions.show(active(), { filter }), { message: TOO_SLOW });
    assert.deepEqual([images.shown.length, images.filtered], [100, false]);
    assert.ok(!JSON.stringify(store.values()).includes('namePattern'));
  });

  it('say that a stored filter takes too long, until it is cleared', async () => {
    for (const name of irregularNames(95)) api.images(documentedTenantId).add({ name });
    const filter = JSON.stringify({ criteria: [{ kind: 'namePattern', pattern: SLOW_PATTERN }] });
    await store.update('views', { [active().accountId]: { filter } });
    sessions.dispose();
    sessions = open();
    const { images } = active();
    await images.ensureStarted();
    assert.deepEqual([images.shown.length, images.filterFails, images.filtered], [0, true, true]);
    await sessions.show(active(), { filter: NO_FILTER });
    assert.deepEqual([images.shown.length, images.filterFails], [100, false]);
  });

  it('show and store the filter chosen last, though trying an earlier one takes longer', async () => {
    const pattern: Filter = { criteria: [{ kind: 'namePattern', pattern: '/ubuntu/' }] };
    await Promise.all([
      sessions.show(active(), { filter: pattern }),
      sessions.show(active(), { filter: NO_FILTER }),
    ]);
    assert.deepEqual(active().images.view.filter.criteria, NO_FILTER.criteria);
    sessions.dispose();
    sessions = open();
    assert.deepEqual(active().images.view.filter.criteria, []);
  });

  it('store no filter for an account that was removed while it was tried', async () => {
    const { accountId } = active();
    const shown = sessions.show(active(), {
      filter: { criteria: [{ kind: 'namePattern', pattern: '/x/' }] },
    });
    await accounts.remove(accountId);
    await shown;
    assert.ok(!JSON.stringify(store.values()).includes('/x/'));
  });

  it('store nothing that is chosen for an account that is gone', async () => {
    const gone = active();
    await accounts.remove(gone.accountId);
    for (const change of [{ grouping: 'app' }, { folded: true }, { filter: NO_FILTER }] as const)
      await sessions.show(gone, change);
    assert.deepEqual(store.get('views') ?? {}, {});
  });

  it('say that a stored filter cannot be applied, until it is cleared', async () => {
    const stored = [
      JSON.stringify({ criteria: [{ kind: 'namePattern', pattern: '/(/' }] }),
      JSON.stringify({ criteria: [{ kind: 'namePattern', pattern: `/${'(.?){999}'.repeat(100)}/` }] }),
      JSON.stringify({ criteria: [{ kind: 'of a later version' }] }),
      'cut off',
    ];
    for (const filter of stored) {
      await store.update('views', { [active().accountId]: { filter } });
      sessions.dispose();
      sessions = open();
      const { images } = active();
      await images.ensureStarted();
      assert.deepEqual([images.filterFails, images.filtered, images.shown.length], [true, true, 0], filter);
      await sessions.show(active(), { filter: NO_FILTER });
      assert.deepEqual([images.filterFails, images.filtered, images.shown.length], [false, false, 5]);
    }
  });

  it('follow the settings where nothing was chosen in a menu', async () => {
    const { images } = active();
    await sessions.show(active(), { grouping: 'app' });
    settings.change({ grouping: () => 'os', sortKey: () => 'name' });
    assert.deepEqual(
      [images.view.grouping, images.view.sorting],
      ['app', { key: 'name', descending: false }],
    );
  });

  it('hide and show images that were reported as deleted as soon as the setting changes, without a request', async () => {
    settings.change({ deletedImages: () => 'keep' });
    const { images } = active();
    await images.ensureStarted();
    await images.catalog.loadMore();
    const [gone] = images.shown;
    api.images(documentedTenantId).remove(gone?.id ?? '');
    await images.bringUpToDate();
    const statuses = () => images.groups.map(({ value }) => value);
    assert.deepEqual(statuses(), ['ACTIVE', 'DELETED']);
    const before = api.requests.length;
    settings.change({ deletedImages: () => 'remove' });
    assert.deepEqual([statuses(), images.loaded.length], [['ACTIVE'], 4]);
    settings.change({ deletedImages: () => 'keep' });
    assert.deepEqual(statuses(), ['ACTIVE', 'DELETED']);
    assert.equal(api.requests.length, before);
  });

  it('end with signing out, and the cached list goes with them', async () => {
    const { images } = active();
    await images.ensureStarted();
    await until(async () => (await cachedLists()).length === 1, 'the cached list');
    const { id } = active().account;
    await accounts.signOut(id);
    assert.equal(sessions.ofActive(), undefined);
    await until(async () => (await cachedLists()).length === 0, 'the cached list to go');
    await assert.rejects(images.catalog.refresh());
  });

  it('end where servers are to be known by something else, and the next ones know them by that', async () => {
    const [own, other] = [await selfSignedCertificate(), await selfSignedCertificate(undefined, 'other')];
    const secure = await startServer({ certificate: own });
    try {
      const by = (trust: Trust) =>
        accounts.signIn({
          base: secure.endpoint(documentedTenantId),
          tenant: documentedTenantId,
          label: 'own',
          method: { kind: 'token' },
          ...trust,
          secret: { token: documentedToken },
        });
      const { id } = await by(trusting(other));
      const { images } = active();
      assert.equal((await apiFailure(images.catalog.refresh())).kind, 'certificate');
      const ended: string[] = [];
      sessions.onDidClose((accountId) => void ended.push(accountId));

      const trust = trusting(own);
      await by(trust);
      assert.deepEqual(ended, [id]);
      await assert.rejects(images.catalog.refresh(), Canceled);
      const { images: next } = active();
      await next.catalog.refresh();
      assert.equal(next.catalog.images.length, 5);

      await by(trust);
      assert.equal(active().images, next, 'the same trust ends none');
      await by({ ...trust, ...showing(other) });
      assert.notEqual(active().images, next);
      assert.deepEqual(ended, [id, id]);
      await by({});
      assert.equal((await apiFailure(active().images.catalog.refresh())).kind, 'certificate');
    } finally {
      await secure.close();
    }
  });

  it('forget with a removed account what was chosen for it', async () => {
    await sessions.show(active(), { grouping: 'app' });
    await accounts.remove(active().account.id);
    assert.ok(!JSON.stringify(store.values()).includes('app'));
  });

  it('open one catalogue for an account, however often it is asked for', () => {
    assert.equal(active().images, active().images);
    assert.equal(sessions.opened.length, 1);
  });
});
