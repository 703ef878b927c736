import assert from 'node:assert/strict';
import { TreeItemCollapsibleState } from 'vscode';
import type { Row } from '../../src/tree/rows';
import { collectGarbage } from '../hosts/garbage';
import { until } from '../hosts/until';
import {
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  generatedToken,
  startServer,
  type Server,
} from '../server/index';
import { partsFor, rowsBelow, signInTo } from './parts';

const STAYS = { id: documentedTenantId, token: documentedToken };
const GOES = { id: generatedTenantId, token: generatedToken };

describe('An account that goes', () => {
  let api: Server;
  let parts: Awaited<ReturnType<typeof partsFor>>;
  beforeEach(async () => {
    api = await startServer();
    parts = await partsFor(api, [STAYS, GOES]);
  });
  afterEach(() => api.close());

  const second = () => {
    const account = parts.accounts.all[1];
    assert.ok(account);
    return account.id;
  };
  /** The rows of the second account, all of them asked for as the editor does. */
  const shown = async () => {
    const { tree } = parts;
    const [, root] = await rowsBelow(tree);
    assert.ok(root);
    const top = await rowsBelow(tree, root);
    const group = top.find(({ kind }) => kind === 'group');
    assert.ok(group?.kind === 'group');
    const images = await rowsBelow(tree, group);
    for (const row of [root, ...top, ...images]) await tree.getTreeItem(row.id);
    return { root, group, images };
  };
  const isOpen = async (group: Row) =>
    (await parts.tree.getTreeItem(group.id)).collapsibleState === TreeItemCollapsibleState.Expanded;

  it('leaves neither rows nor images behind in the tree', async () => {
    const remembered = async (): Promise<readonly WeakRef<object>[]> => {
      const { root, group, images } = await shown();
      const [first] = images;
      assert.ok(first?.kind === 'image');
      return [root, group, group.group, first.image].map((held) => new WeakRef(held));
    };
    const held = await remembered();
    await parts.accounts.remove(second());
    await until(async () => {
      await collectGarbage();
      return held.every((each) => each.deref() === undefined);
    }, 'the rows and the images to be let go');
    assert.ok((await parts.tree.getChildren()).length > 0);
  });

  it('has other rows, whose groups nobody has opened, when it is signed in to again', async () => {
    const { root, group } = await shown();
    const usual = await isOpen(group);
    parts.tree.remember(group.id, !usual);
    assert.equal(await isOpen(group), !usual);
    await parts.accounts.remove(second());
    await signInTo(parts.accounts, api, GOES);
    const again = await shown();
    assert.equal(again.group.id, group.id);
    assert.notEqual(again.root, root);
    assert.notEqual(again.group, group);
    assert.equal(await isOpen(again.group), usual);
  });

  it('is not held to what its row said the last time', async () => {
    const session = parts.sessions.of(second());
    assert.ok(session);
    session.images.show({ filter: { criteria: [{ kind: 'nameContains', text: 'ubuntu' }] } });
    await shown();
    await parts.accounts.remove(second());
    await signInTo(parts.accounts, api, GOES);
    const [, root] = await rowsBelow(parts.tree);
    await rowsBelow(parts.tree, root);
    assert.ok(root);
    const told: unknown[] = [];
    parts.tree.onDidChangeTreeData((rows) => told.push(rows));
    parts.tree.refreshAccounts([second()]);
    assert.ok(!told.flat().includes(root.id));
  });

  it('still has its groups open or closed after signing out and in, in other rows', async () => {
    const { group } = await shown();
    const chosen = !(await isOpen(group));
    parts.tree.remember(group.id, chosen);
    await parts.accounts.signOut(second());
    await signInTo(parts.accounts, api, GOES);
    const again = await shown();
    assert.notEqual(again.group, group);
    assert.equal(await isOpen(again.group), chosen);
  });
});
