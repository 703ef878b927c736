import { afterEach, beforeEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Accounts } from '../../src/auth/accounts';
import type { ListScope } from '../../src/api/images/imageSource';
import { NO_FILTER, type Criterion } from '../../src/catalog/filter/criterion';
import { suitsSource } from '../../src/catalog/filter/appliedFilter';
import type { Sessions } from '../../src/session/sessions';
import { temporaryFolder } from '../hosts/temporaryFolder';
import { startServer, type Server } from '../server/index';
import { accountsFor, sessionsFor } from './accountParts';
import { TOKEN } from './imageSource';
import { memoryStore } from './memory';
import { sessionSettings } from './sessionSettings';

const TENANT = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const OTHER = 'decaf000decaf000decaf000decaf000';

/** Of an account of an image service, where nothing else is said. */
describe('the lists beside the usual one', () => {
  let api: Server;
  let store: ReturnType<typeof memoryStore>;
  let accounts: Accounts;
  let sessions: Sessions;
  let settings: ReturnType<typeof sessionSettings>;
  let folder: string;
  beforeEach(async () => {
    api = await startServer({ tenants: [{ id: TENANT, token: TOKEN, images: 0 }] });
    settings = sessionSettings({ pageSize: () => 3 });
    store = memoryStore();
    folder = temporaryFolder('scopes');
    accounts = accountsFor({ store });
    sessions = open();
    for (let number = 1; number <= 4; number++) add({ name: `usual ${number}` });
    for (let number = 1; number <= 7; number++) add({ name: `hidden ${number}`, hidden: true });
    add({ name: 'community', owner: OTHER, visibility: 'community' });
    for (const memberStatus of ['accepted', 'pending', 'rejected'] as const) {
      add({ name: memberStatus, owner: OTHER, visibility: 'shared', memberStatus });
    }
  });
  afterEach(async () => {
    sessions.dispose();
    await api.close();
  });

  const open = () => sessionsFor(accounts, { state: store, folder, settings });
  /** Each a second after the one before: then their order is known. */
  const add = (spec: Parameters<ReturnType<Server['images']>['add']>[0]) => {
    api.clock.advance(1);
    return api.images(TENANT).add(spec);
  };
  const signIn = (service: 'image' | undefined) =>
    accounts.signIn({
      base: service === undefined ? api.endpoint(TENANT) : api.imageEndpoint(TENANT),
      service,
      tenant: TENANT,
      label: service ?? 'compute',
      method: { kind: 'token' },
      secret: { token: TOKEN },
    });
  const active = () => {
    const session = sessions.ofActive();
    assert.ok(session);
    return session;
  };
  const whole = async () => {
    const { images } = active();
    await images.ensureStarted();
    while (images.catalog.hasMore) await images.catalog.loadMore();
    return namesOf();
  };
  const namesOf = () => active().images.shown.map(({ name }) => name);
  const choose = (value: ListScope, ...others: readonly Criterion[]) =>
    sessions.show(active(), { filter: { criteria: [{ kind: 'scope', value }, ...others] } });
  const asked = () => api.requests.map(({ query }) => Object.fromEntries(query));

  const USUAL = ['accepted', 'usual 4', 'usual 3', 'usual 2', 'usual 1'];
  const HIDDEN = [7, 6, 5, 4, 3, 2, 1].map((number) => `hidden ${number}`);
  const ALL = ['rejected', 'pending', 'accepted', 'community', ...USUAL.slice(1)];

  it('are asked for by their parameters on every page, and by no others', async () => {
    await signIn('image');
    for (const [scope, names, parameters] of [
      ['hidden', HIDDEN, { os_hidden: 'true' }],
      ['all', ALL, { visibility: 'all', member_status: 'all' }],
    ] as const) {
      await choose(scope);
      api.clearRequests();
      assert.deepEqual(await whole(), names);
      const [first, ...others] = asked();
      assert.deepEqual(first, { limit: '3', ...parameters });
      assert.equal(others.length, 2);
      for (const { marker, ...rest } of others) {
        assert.deepEqual([typeof marker, rest], ['string', { limit: '3', ...parameters }]);
      }
    }
  });

  it('are mixed into no other: each has its own pages and counts, and the usual one comes back by one step', async () => {
    await signIn('image');
    assert.deepEqual(await whole(), USUAL);
    await choose('hidden');
    const { images } = active();
    assert.deepEqual([images.loaded, images.catalog.started], [[], false]);
    await images.ensureStarted();
    assert.deepEqual([images.loaded.length, images.catalog.hasMore], [3, true]);
    await sessions.show(active(), { filter: NO_FILTER });
    assert.deepEqual(await whole(), USUAL);
    assert.ok(
      asked()
        .slice(-2)
        .every((query) => !('os_hidden' in query) && !('visibility' in query)),
    );
  });

  it('are followed by changes of themselves', async () => {
    await signIn('image');
    for (const [scope, parameters] of [
      ['hidden', { os_hidden: 'true' }],
      ['all', { visibility: 'all', member_status: 'all' }],
    ] as const) {
      await choose(scope);
      const before = await whole();
      api.clearRequests();
      add({ name: 'late hidden', hidden: true });
      add({ name: 'late usual' });
      await active().images.catalog.update({ deleted: 'remove' });
      const [{ updated_at: since = '', ...rest } = {}, ...others] = asked();
      assert.match(since, /^gte:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      assert.deepEqual([rest, others], [{ limit: '1000', ...parameters }, []]);
      assert.deepEqual(namesOf(), [scope === 'hidden' ? 'late hidden' : 'late usual', ...before]);
    }
  });

  it('hold no image that has become hidden, or is so no more, once they are listed anew', async () => {
    await signIn('image');
    await choose('hidden');
    await whole();
    const [first] = active().images.loaded;
    api.images(TENANT).update(first?.id ?? '', { hidden: false });
    await active().images.catalog.refresh();
    assert.deepEqual(namesOf(), HIDDEN.slice(1));
  });

  it('are checked here, where a server ignores which list is asked for', async () => {
    await signIn('image');
    api.faults.add({ do: 'ignore', parameters: ['os_hidden'] });
    await choose('hidden');
    assert.deepEqual(await whole(), []);
    assert.equal(active().images.loaded.length, 5);
  });

  it('go together with any other condition', async () => {
    await signIn('image');
    await choose(
      'all',
      { kind: 'visibility', values: ['shared'] },
      { kind: 'ownership', values: ['shared'] },
    );
    assert.deepEqual(await whole(), ['rejected', 'pending', 'accepted']);
    assert.deepEqual(asked()[0], { limit: '3', visibility: 'shared', member_status: 'all' });
    await choose('all', { kind: 'visibility', values: ['community'] });
    assert.deepEqual(await whole(), ['community']);
    api.clearRequests();
    await choose('hidden', { kind: 'diskFormat', values: ['raw'] });
    assert.deepEqual(await whole(), []);
    assert.deepEqual(asked(), [{ limit: '3', os_hidden: 'true', disk_format: 'raw' }]);
  });

  it('are there again after a restart, and the one that was kept is shown for no other', async () => {
    await signIn('image');
    await choose('hidden');
    await whole();
    await sessions.save();
    const restarted = async () => {
      sessions.dispose();
      sessions = open();
      api.clearRequests();
      await active().images.ensureStarted();
    };
    await restarted();
    assert.deepEqual(namesOf(), HIDDEN);
    await api.untilRequests((all) => all.length > 0);
    assert.equal(asked()[0]?.os_hidden, 'true');
    assert.ok('updated_at' in (asked()[0] ?? {}));
    await active().images.catalog.refresh();
    await sessions.save();
    // The list of hidden images is still the one that is kept when the filter is not.
    await store.update('views', {});
    await restarted();
    assert.deepEqual(namesOf(), USUAL.slice(0, 3));
    assert.deepEqual(asked(), [{ limit: '3' }]);
  });

  it('are none that Compute has, nor does it tell owner, visibility, tags and format: by those it is not grouped', async () => {
    const CRITERIA: readonly Criterion[] = [
      { kind: 'scope', value: 'all' },
      { kind: 'scope', value: 'hidden' },
      { kind: 'visibility', values: ['public'] },
      { kind: 'owner', values: [''] },
      { kind: 'diskFormat', values: [''] },
      { kind: 'tag', values: [''] },
    ];
    for (const service of ['image', undefined] as const) {
      const { id } = await signIn(service);
      await accounts.setActive(id);
      const { images } = active();
      assert.deepEqual(
        CRITERIA.map((criterion) => suitsSource(criterion, images.source)),
        CRITERIA.map(() => service === 'image'),
      );
      assert.ok(suitsSource({ kind: 'ownership', values: ['own'] }, images.source));
      for (const wanted of ['visibility', 'owner', 'diskFormat'] as const) {
        await sessions.show(active(), { grouping: wanted });
        const { grouping, wantedGrouping } = active().images.view;
        assert.deepEqual([grouping, wantedGrouping], [service === 'image' ? wanted : 'status', wanted]);
      }
      await sessions.show(active(), { grouping: 'app' });
      assert.equal(active().images.view.grouping, 'app');
    }
  });

  it('show nothing of an account whose service does not have them', async () => {
    await signIn(undefined);
    for (const scope of ['all', 'hidden'] as const) {
      await choose(scope);
      assert.deepEqual(await whole(), []);
      assert.equal(active().images.filtered, true);
    }
  });
});
