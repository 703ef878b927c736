import { afterEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import type { Accounts } from '../../src/auth/accounts';
import { knownAccounts } from '../../src/auth/knownAccounts';
import { GROUPINGS } from '../../src/catalog/grouping';
import type { Sessions } from '../../src/session/sessions';
import type { Row } from '../../src/tree/rows';
import { TreeRows, type RowSource } from '../../src/tree/treeRows';
import { temporaryFolder } from '../hosts/temporaryFolder';
import { Random } from '../server/random';
import { startServer, type Server } from '../server/index';
import { accountsFor, sessionsFor } from './accountParts';
import { ShownRows } from './shownRows';
import { NO_FAVOURITES, PLAIN_LOOK } from './rowLooks';

const CHANGES = 150;

describe('the rows of the tree', () => {
  let api: Server;
  let accounts: Accounts;
  let sessions: Sessions;
  afterEach(async () => {
    sessions.dispose();
    accounts.dispose();
    await api.close();
  });

  const signIn = async ({ id, token, endpoint }: Server['tenants'][number]) => {
    const fields = {
      base: endpoint,
      tenant: id,
      label: id,
      method: { kind: 'token' },
      renews: false,
    } as const;
    await accounts.signIn({ ...fields, secret: { token } });
  };
  /** Several accounts, as their rows are made in the editor. */
  const open = async (tenants: number) => {
    api = await startServer({
      regions: ['tyo1'],
      tenants: Array.from({ length: tenants }, () => ({ images: 30 })),
    });
    accounts = accountsFor();
    sessions = sessionsFor(accounts, { folder: temporaryFolder('rows') });
    for (const tenant of api.tenants) await signIn(tenant);
    const source: RowSource = {
      accountRows: () =>
        accounts.all.map(({ id, label, signedIn }) => ({
          kind: 'account',
          ...{ id, accountId: id, parent: undefined, label, signedIn, filtered: false, tokenEnds: undefined },
          description: accounts.active?.id === id ? 'active' : '',
        })),
      sessionOf: (id) => sessions.of(id),
      favourites: () => NO_FAVOURITES,
      look: () => PLAIN_LOOK,
      onRepeated: (id) => assert.fail(`${id} stands twice in the tree`),
    };
    return { source, tree: new TreeRows(source) };
  };
  /** What the editor waits for before it shows rows. */
  const started = async () => {
    for (const { id } of accounts.all) await sessions.of(id)?.images.ensureStarted();
  };
  const randomChange = async (random: Random) => {
    const tenant = api.tenants[random.integer(0, api.tenants.length - 1)];
    assert.ok(tenant);
    const account = knownAccounts(accounts.all, { base: tenant.endpoint, tenant: tenant.id }).same;
    const session = account && sessions.of(account.id);
    const images = api.images(tenant.id);
    const list = images.list();
    const id = () => list[random.integer(0, list.length - 1)]?.id ?? '';
    const refresh = async () => session?.images.catalog.refresh();
    const changes: readonly (() => unknown)[] = [
      () => session?.images.show({ grouping: random.pick(GROUPINGS) }),
      () => session?.images.show({ folded: !session.images.view.folded }),
      () => session?.images.show({ sorting: { key: 'name', descending: random.next() < 0.5 } }),
      () => (images.update(id(), { name: `renamed ${random.hex(4)}` }), refresh()),
      () => (images.update(id(), { metadata: { app: `app ${random.integer(1, 9)}` } }), refresh()),
      () => (images.update(id(), { status: random.pick(['active', 'saving', 'killed']) }), refresh()),
      () => (images.remove(id()), refresh()),
      () => (images.add({ name: `image ${random.hex(4)}` }), refresh()),
      () => account && accounts.setActive(account.id),
      () => account && accounts.rename(account.id, random.hex(4)),
      () => (random.next() < 0.3 && account ? accounts.signOut(account.id) : signIn(tenant)),
      () => (random.next() < 0.2 && account ? accounts.remove(account.id) : signIn(tenant)),
    ];
    await changes[random.integer(0, changes.length - 1)]?.();
  };

  for (const tenants of [1, 3]) {
    it(`are in the end what they are for one who asks for all of them, accounts: ${tenants}`, async () => {
      const { source, tree } = await open(tenants);
      // Some stay closed: what is below them is not asked for.
      const isOpen = ({ kind, id }: Row) => kind === 'account' || !id.includes('SAVING');
      const shown = new ShownRows(tree, isOpen);
      const closing = sessions.onDidClose((id) => {
        tree.forget(id);
        shown.ask();
      });
      await started();
      shown.ask();
      const random = new Random(`rows of ${tenants}`);
      for (let time = 0; time < CHANGES; time++) {
        await randomChange(random);
        await started();
        shown.refresh(tree.stale(new Set(accounts.all.map(({ id }) => id))));
        const anew = new ShownRows(new TreeRows(source), isOpen);
        anew.ask();
        assert.deepEqual(shown.texts, anew.texts);
        assert.deepEqual(tree.stale(new Set(accounts.all.map(({ id }) => id))), []);
      }
      closing.dispose();
    }).timeout(60_000);
  }
});
