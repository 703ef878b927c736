import assert from 'node:assert/strict';
import { ThemeIcon, TreeItemCollapsibleState } from 'vscode';
import type { ViewOptions } from '../../src/session/viewOptions';
import type { Session } from '../../src/session/sessions';
import type { Row } from '../../src/tree/rows';
import {
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  generatedToken,
  startServer,
  type Server,
} from '../server/index';
import { describeInNewest } from './newest';
import { allRows, partsFor, rowsBelow, rowsNow, signInTo, type Tenant } from './parts';

describe('The tree of images', () => rowsOf({}));
describeInNewest('The tree of images of Image v2', () => rowsOf({ service: 'image' }));

function rowsOf(service: Pick<Tenant, 'service'>): void {
  const DOCUMENTED = { id: documentedTenantId, token: documentedToken, ...service };
  const GENERATED = { id: generatedTenantId, token: generatedToken, ...service };
  let api: Server;
  beforeEach(async () => {
    api = await startServer();
  });
  afterEach(() => api.close());

  type Tree = Awaited<ReturnType<typeof partsFor>>['tree'];

  const labels = (tree: Tree, rows: readonly Row[]) =>
    Promise.all(rows.map(async (row) => (await tree.getTreeItem(row.id)).label));

  it('asks nothing of the server until its rows are asked for, then for one page', async () => {
    const { tree } = await partsFor(api, [GENERATED]);
    assert.equal(api.requests.length, 0);
    await tree.getChildren();
    assert.equal(api.requests.length, 1);
  });

  it('has a group for each status, the usual one first, and a row for more at the end', async () => {
    const { tree } = await partsFor(api, [GENERATED]);
    const roots = await rowsBelow(tree);
    assert.equal((await labels(tree, roots))[0], 'ACTIVE');
    assert.deepEqual([...new Set(roots.map((row) => row.kind))], ['group', 'loadMore']);
    assert.equal(roots.at(-1)?.kind, 'loadMore');
    assert.match(String((await tree.getTreeItem(roots[0]?.id ?? '')).description), /^\d+\+$/);
  });

  it('opens a group of at most 50 rows, and one that stands alone', async () => {
    const { tree } = await partsFor(api, [GENERATED]);
    const groups = (await rowsBelow(tree)).filter((row) => row.kind === 'group');
    for (const { id, group } of groups) {
      const { collapsibleState } = await tree.getTreeItem(id);
      const small = group.images.length <= 50;
      assert.equal(
        collapsibleState,
        small ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
      );
    }
  });

  it('stands with each account in a row of its own when there are several, and no id occurs twice', async () => {
    const { tree } = await partsFor(api, [DOCUMENTED, GENERATED]);
    const roots = await rowsBelow(tree);
    assert.deepEqual(await labels(tree, roots), [
      documentedTenantId.slice(0, 4),
      generatedTenantId.slice(0, 4),
    ]);
    const rows = await allRows(tree);
    assert.equal(rows.filter(({ kind }) => kind === 'image').length, 105);
    const items = await Promise.all(rows.map(async ({ id }) => tree.getTreeItem(id)));
    assert.equal(new Set(items.map(({ id }) => id)).size, rows.length);
  });

  it('has a row with a way out where a stored filter cannot be applied', async () => {
    const { tree, accounts, sessions } = await partsFor(api, [DOCUMENTED]);
    const session = sessions.of(accounts.active?.id ?? '');
    session?.images.show({ filter: { criteria: [{ kind: 'namePattern', pattern: '/(/' }] } });
    const [row, ...others] = await rowsBelow(tree);
    const item = row && (await tree.getTreeItem(row.id));
    assert.deepEqual([item?.command?.command, others.length], ['conohaImages.clearFilter', 0]);
  });

  it('shows the failure of one account beside the images of the other', async () => {
    const { tree } = await partsFor(api, [DOCUMENTED, { ...GENERATED, token: 'wrong' }]);
    const [good, bad] = await rowsBelow(tree);
    assert.deepEqual(await labels(tree, await rowsBelow(tree, good)), ['ACTIVE']);
    const [failure] = await rowsBelow(tree, bad);
    assert.equal(failure && (await tree.getTreeItem(failure.id)).contextValue, 'error.unauthorized');
  });

  it('shows the images of one account while the server of another is silent, and its own once it answers', async () => {
    const silent = await startServer();
    try {
      const { tree, accounts, sessions } = await partsFor(api, [DOCUMENTED]);
      const account = await signInTo(accounts, silent, GENERATED);
      sessions.onDidChange(({ session }) => tree.refreshAccounts([session.accountId]));
      silent.faults.add({ do: 'hang' });
      const [good, bad] = await tree.getChildren();
      assert.equal(bad, account.id);
      assert.deepEqual(await labels(tree, await rowsNow(tree, good)), ['ACTIVE']);
      assert.deepEqual(await labels(tree, await rowsNow(tree, bad)), ['Loading images…']);
      const loaded = new Promise((resolve) => tree.onDidChangeTreeData(resolve));
      silent.faults.clear();
      assert.deepEqual([await loaded].flat(), [bad]);
      assert.equal((await rowsNow(tree, bad)).at(-1)?.kind, 'loadMore');
    } finally {
      await silent.close();
    }
  });

  it('knows the parents of an image, so that it can be revealed', async () => {
    const { tree, accounts, sessions } = await partsFor(api, [DOCUMENTED]);
    const [account] = accounts.all;
    const session = account && sessions.of(account.id);
    assert.ok(account && session);
    await tree.getChildren();
    session.images.show({ grouping: 'app' });
    const image = session.images.shown[0];
    const row = image && tree.findRow(account.id, image.key);
    const parent = row && tree.getParent(row.id);
    assert.equal(parent && (await tree.getTreeItem(parent)).label, '(no app)');
  });

  it('folds the disk sizes of an image into one row, with the sizes under it', async () => {
    const { tree, accounts, sessions } = await partsFor(api, [GENERATED]);
    const [account] = accounts.all;
    const session = account && sessions.of(account.id);
    assert.ok(session);
    await tree.getChildren();
    session.images.show({ grouping: 'none', folded: true });
    const roots = await rowsBelow(tree);
    const docker = roots[(await labels(tree, roots)).indexOf('vmi-docker-20.10-ubuntu-22.04-amd64')];
    assert.ok(docker);
    const item = await tree.getTreeItem(docker.id);
    assert.equal(item.collapsibleState, TreeItemCollapsibleState.Collapsed);
    assert.deepEqual(await labels(tree, await rowsBelow(tree, docker)), [
      'vmi-docker-20.10-ubuntu-22.04-amd64-30gb',
      'vmi-docker-20.10-ubuntu-22.04-amd64-100gb',
    ]);
    const rows = await allRows(tree);
    assert.equal(rows.filter(({ kind }) => kind === 'image').length, 100);
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    assert.match(String(item.description), /^30 · 100 GB · /);
    assert.match(
      item.accessibilityInformation?.label ?? '',
      /^vmi-docker-20\.10-ubuntu-22\.04-amd64, 30, 100 GB, created /,
    );
    assert.ok(item.iconPath instanceof ThemeIcon && item.iconPath.id === 'extensions');
  });

  it('asks for rows again when another question begins another list, also where there were none and are none yet', async () => {
    const { tree, accounts, sessions } = await partsFor(api, [GENERATED]);
    const session = sessions.of(accounts.active?.id ?? '');
    assert.ok(session);
    session.images.show({ filter: { criteria: [{ kind: 'name', value: 'no such name' }] } });
    const none = await tree.getChildren();
    assert.ok(none.every((id) => id.endsWith('/noMatch')));
    const fired: unknown[] = [];
    tree.onDidChangeTreeData((told) => fired.push(told));
    session.images.show({ filter: { criteria: [] } });
    tree.refreshAccounts([session.accountId]);
    assert.deepEqual(fired, [undefined]);
    assert.ok((await tree.getChildren()).length > 0);
  });

  it('turns to loading at the row for more only while more is loaded', async () => {
    const { tree, accounts, sessions } = await partsFor(api, [GENERATED]);
    const session = sessions.of(accounts.active?.id ?? '');
    assert.ok(session);
    const more = (await rowsBelow(tree)).at(-1);
    const label = async () => {
      tree.refreshAccounts();
      return more && (await labels(tree, [more]))[0] === 'Loading more… (100 loaded)' ? 'loading' : 'idle';
    };
    api.faults.add({ do: 'hang' });
    for (const [load, expected] of [
      [(signal: AbortSignal) => session.images.catalog.refresh(signal), 'idle'],
      [(signal: AbortSignal) => session.images.catalog.loadMore(signal), 'loading'],
    ] as const) {
      const abort = new AbortController();
      const loading = load(abort.signal);
      assert.equal(await label(), expected);
      abort.abort();
      await assert.rejects(loading);
    }
  });

  describe('when its images change', () => {
    /** The tree of 220 images, what the editor is told to refresh, and a way to change one image and be told. */
    const watched = async (view: Partial<ViewOptions> = {}, tenants = [GENERATED]) => {
      const { tree, accounts, sessions } = await partsFor(api, tenants);
      const account = accounts.all.at(-1);
      const session = account && sessions.of(account.id);
      assert.ok(account && session);
      session.images.show(view);
      const rows = await allRows(tree);
      const fired: (string | readonly string[] | undefined)[] = [];
      tree.onDidChangeTreeData((told) => fired.push(told));
      const images = api.images(generatedTenantId);
      const refreshed = async (bringUpToDate = () => session.images.bringUpToDate()) => {
        fired.length = 0;
        await bringUpToDate();
        tree.refreshAccounts([account.id]);
        assert.ok(fired.length <= 1);
        return fired.flat().filter((id) => id?.endsWith('/loadMore') !== true);
      };
      const rowOf = (id: string) => {
        const row = rows.find((candidate) => candidate.kind === 'image' && candidate.image.id === id);
        assert.ok(row);
        return row;
      };
      return { tree, accounts, sessions, session, rows, images, refreshed, rowOf };
    };
    const shownId = (session: Session) => session.images.shown[42]?.id ?? '';

    for (const grouping of ['status', 'app', 'none'] as const) {
      it(`refreshes only the row of an image that has changed, grouped by ${grouping}`, async () => {
        const { tree, session, images, refreshed, rowOf } = await watched({ grouping });
        const row = rowOf(shownId(session));
        images.update(shownId(session), { name: 'renamed' });
        assert.deepEqual(await refreshed(), [row.id]);
        assert.equal((await tree.getTreeItem(row.id)).label, 'renamed');
        images.update(shownId(session), { name: 'renamed again' });
        assert.deepEqual(await refreshed(), [row.id]);
        assert.equal((await tree.getTreeItem(row.id)).label, 'renamed again');
      });
    }

    it('refreshes only a group whose images are other ones', async () => {
      const { session, rows, images, refreshed } = await watched();
      const group = rows.find((row) => row.kind === 'group' && row.group.value === 'ACTIVE');
      images.remove(shownId(session));
      // Of Image v2 what is deleted is seen by listing alone.
      const ask = service.service === 'image' ? () => session.images.catalog.refresh() : undefined;
      assert.deepEqual(await refreshed(ask), [group?.id]);
    });

    it('refreshes nothing when the whole list is asked for again and is the same', async () => {
      const { session, refreshed } = await watched();
      assert.deepEqual(await refreshed(() => session.images.catalog.refresh()), []);
    });

    it('refreshes a group as a whole when most of its rows are others', async () => {
      const { rows, images, refreshed } = await watched();
      const group = rows.find((row) => row.kind === 'group' && row.group.value === 'ACTIVE');
      assert.ok(group?.kind === 'group' && group.group.images.length > 60);
      for (const { id } of group.group.images.slice(0, 60)) images.update(id, { size: 1 });
      assert.deepEqual(await refreshed(), [group.id]);
    });

    it('refreshes the row of an image in several disk sizes, which says its status', async () => {
      const { session, images, refreshed, rows } = await watched({ grouping: 'none', folded: true });
      const folded = rows.find((row) => row.kind === 'group');
      const size = folded?.kind === 'group' ? folded.group.images[0] : undefined;
      images.update(size?.id ?? '', { size: 1 });
      assert.deepEqual(await refreshed(), [folded?.id]);
      assert.equal(session.images.catalog.find(size?.key ?? '')?.size, 1);
    });

    it('refreshes only that row beside other accounts, and the account when what it says has changed', async () => {
      const { session, images, refreshed, rowOf, rows } = await watched({}, [DOCUMENTED, GENERATED]);
      const [, account] = rows.filter(({ kind }) => kind === 'account');
      const row = rowOf(shownId(session));
      images.update(shownId(session), { name: 'renamed' });
      assert.deepEqual(await refreshed(), [row.id]);
      session.images.show({ filter: { criteria: [{ kind: 'nameContains', text: 'renamed' }] } });
      assert.deepEqual(await refreshed(), [account?.id]);
    });

    it('refreshes rows that the editor knows, also after another account was used and renamed', async () => {
      const { tree, accounts, sessions, session, images, refreshed, rowOf, rows } = await watched({}, [
        DOCUMENTED,
        GENERATED,
      ]);
      const [, row] = rows.filter(({ kind }) => kind === 'account');
      const image = rowOf(shownId(session));
      for (const { id } of accounts.all) await accounts.setActive(id);
      await accounts.rename(session.accountId, 'Renamed');
      tree.refreshAccounts();
      images.update(shownId(session), { name: 'renamed' });
      assert.deepEqual(await refreshed(), [image.id]);
      await sessions.show(session, { grouping: 'app' });
      assert.deepEqual(await refreshed(() => session.images.catalog.refresh()), [row?.id]);
      assert.equal(session.account.label, 'Renamed');
    });
  });

  it('says all there is in the label for screen readers', async () => {
    const { tree } = await partsFor(api, [DOCUMENTED]);
    const [group] = await rowsBelow(tree);
    const [image] = await rowsBelow(tree, group);
    assert.equal(
      image && (await tree.getTreeItem(image.id)).accessibilityInformation?.label,
      '500G-0507, 500 GB, created 2015-05-07, active',
    );
  });
}
