import assert from 'node:assert/strict';
import { ThemeIcon, TreeItemCollapsibleState } from 'vscode';
import type { Row } from '../../src/tree/rows';
import {
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  generatedToken,
  startServer,
  type Server,
} from '../server/index';
import { partsFor } from './parts';

const DOCUMENTED = { id: documentedTenantId, token: documentedToken };
const GENERATED = { id: generatedTenantId, token: generatedToken };

describe('The tree of images', () => {
  let api: Server;
  beforeEach(async () => {
    api = await startServer();
  });
  afterEach(() => api.close());

  type Tree = Awaited<ReturnType<typeof partsFor>>['tree'];

  const labels = (tree: Tree, rows: readonly Row[]) => rows.map((row) => tree.getTreeItem(row).label);

  /** Every row below these, as far as there are any. */
  const descendants = async (tree: Tree, rows: readonly Row[]): Promise<Row[]> => {
    const below = await Promise.all(rows.map(async (row) => descendants(tree, await childrenOf(tree, row))));
    return [...rows, ...below.flat()];
  };
  const childrenOf = (tree: Tree, row: Row) =>
    row.kind === 'account' || row.kind === 'group' ? tree.getChildren(row) : Promise.resolve([]);

  it('asks nothing of the server until its rows are asked for, then for one page', async () => {
    const { tree } = await partsFor(api, [GENERATED]);
    assert.equal(api.requests.length, 0);
    await tree.getChildren();
    assert.equal(api.requests.length, 1);
  });

  it('has a group for each status, the usual one first, and a row for more at the end', async () => {
    const { tree } = await partsFor(api, [GENERATED]);
    const roots = await tree.getChildren();
    assert.equal(labels(tree, roots)[0], 'ACTIVE');
    assert.deepEqual([...new Set(roots.map((row) => row.kind))], ['group', 'loadMore']);
    assert.equal(roots.at(-1)?.kind, 'loadMore');
    assert.match(String(tree.getTreeItem(roots[0] as Row).description), /^\d+\+$/);
  });

  it('opens a group of at most 50 rows, and one that stands alone', async () => {
    const { tree } = await partsFor(api, [GENERATED]);
    const states = (await tree.getChildren())
      .filter((row) => row.kind === 'group')
      .map((row) => [row.group.images.length <= 50, tree.getTreeItem(row).collapsibleState] as const);
    for (const [small, state] of states) {
      assert.equal(state, small ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
    }
  });

  it('stands with each account in a row of its own when there are several, and no id occurs twice', async () => {
    const { tree } = await partsFor(api, [DOCUMENTED, GENERATED]);
    const roots = await tree.getChildren();
    assert.deepEqual(labels(tree, roots), [documentedTenantId.slice(0, 4), generatedTenantId.slice(0, 4)]);
    const rows = await descendants(tree, roots);
    assert.equal(rows.filter(({ kind }) => kind === 'image').length, 105);
    assert.equal(new Set(rows.map((row) => tree.getTreeItem(row).id)).size, rows.length);
  });

  it('shows the failure of one account beside the images of the other', async () => {
    const { tree } = await partsFor(api, [DOCUMENTED, { ...GENERATED, token: 'wrong' }]);
    const [good, bad] = await tree.getChildren();
    assert.deepEqual(labels(tree, await tree.getChildren(good)), ['ACTIVE']);
    const [failure] = await tree.getChildren(bad);
    assert.equal(failure && tree.getTreeItem(failure).contextValue, 'error.unauthorized');
  });

  it('knows the parents of an image, so that it can be revealed', async () => {
    const { tree, accounts, sessions } = await partsFor(api, [DOCUMENTED]);
    const [account] = accounts.all;
    const session = account && sessions.of(account);
    assert.ok(account && session);
    await tree.getChildren();
    session.images.show({ grouping: 'app' });
    const image = session.images.shown[4];
    const row = image && tree.findRow(account, image.key);
    const parent = row && tree.getParent(row);
    assert.equal(parent && tree.getTreeItem(parent).label, 'Ruby on Rails 4.2');
  });

  it('folds the disk sizes of an image into one row, with the sizes under it', async () => {
    const { tree, accounts, sessions } = await partsFor(api, [GENERATED]);
    const [account] = accounts.all;
    const session = account && sessions.of(account);
    assert.ok(session);
    await tree.getChildren();
    session.images.show({ grouping: 'none', folded: true });
    const roots = await tree.getChildren();
    const docker = roots.find((row) => tree.getTreeItem(row).label === 'vmi-docker-20.10-ubuntu-22.04-amd64');
    assert.ok(docker);
    assert.equal(tree.getTreeItem(docker).collapsibleState, TreeItemCollapsibleState.Collapsed);
    assert.deepEqual(labels(tree, await tree.getChildren(docker)), [
      'vmi-docker-20.10-ubuntu-22.04-amd64-30gb',
      'vmi-docker-20.10-ubuntu-22.04-amd64-100gb',
    ]);
    const rows = await descendants(tree, roots);
    assert.equal(rows.filter(({ kind }) => kind === 'image').length, 100);
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    const item = tree.getTreeItem(docker);
    assert.equal(item.description, '30gb · 100gb');
    assert.equal(
      item.accessibilityInformation?.label,
      'vmi-docker-20.10-ubuntu-22.04-amd64, in the disk sizes 30gb, 100gb',
    );
    assert.ok(item.iconPath instanceof ThemeIcon && item.iconPath.id === 'vm');
  });

  it('refreshes only the group that has changed', async () => {
    const { tree, accounts, sessions } = await partsFor(api, [GENERATED]);
    const [account] = accounts.all;
    const session = account && sessions.of(account);
    assert.ok(account && session);
    const saving = (await tree.getChildren()).find(
      (row) => row.kind === 'group' && row.group.value === 'SAVING',
    );
    assert.ok(saving?.kind === 'group');
    const fired: (Row | readonly Row[] | undefined)[] = [];
    tree.onDidChangeTreeData?.((rows) => fired.push(rows as Row | readonly Row[] | undefined));
    api.images(generatedTenantId).update(saving.group.images[0]?.id ?? '', { name: 'renamed' });
    await session.images.catalog.update({ deleted: 'remove' });
    tree.refreshAccounts([{ account, change: 'images' }]);
    const rows = fired.flat().filter((row) => row?.kind === 'group');
    assert.deepEqual(rows, [saving]);
    assert.equal(saving.group.images[0]?.name, 'renamed');
  });

  it('says all there is in the label for screen readers', async () => {
    const { tree } = await partsFor(api, [DOCUMENTED]);
    const [group] = await tree.getChildren();
    const [image] = await tree.getChildren(group);
    assert.equal(
      image && tree.getTreeItem(image).accessibilityInformation?.label,
      '500G-0507, ACTIVE, 4.1 GiB · 2015-05-07',
    );
  });
});
