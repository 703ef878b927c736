import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  env,
  MarkdownString,
  TreeItem,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';
import { showAccount } from '../../src/commands/account';
import { until } from '../hosts/until';
import { documentedTenantId, documentedToken, startServer, type Server } from '../server/index';
import { Dialogs, press, thereAndBack } from './accountsDialogs';
import { commandParts } from './commandParts';
import { HeldTimer } from './heldTimer';
import { rowsBelow } from './parts';

const COMPUTE = { id: documentedTenantId, token: documentedToken };
const TENANT = { id: 'c0ffee00c0ffee00c0ffee00c0ffee00', token: 'image-token' };
const IMAGES = [
  { name: 'vmi-ubuntu', tags: ['dst_version=24.04', 'dst_name=Ubuntu'], owner: 'vendor' },
  { name: 'saved', size: 3 * 1024 ** 3, visibility: 'private' },
] as const;

describe('The storage for saved images', () => {
  let api: Server;
  let dialogs: Dialogs;
  beforeEach(async () => {
    const tenants = [
      { ...COMPUTE, images: 'documented' },
      { ...TENANT, images: IMAGES, imageQuota: '50GB' },
    ] as const;
    api = await startServer({ tenants });
    dialogs = new Dialogs();
  });
  afterEach(async () => {
    await press('closeQuickOpen');
    dialogs.dispose();
    await api.close();
  });

  /** An account of Compute and one of an image service, whose list is there. */
  const opened = async (tenant = TENANT.id) => {
    const parts = await commandParts(api, [COMPUTE]);
    const account = await parts.accounts.signIn({
      base: api.imageEndpoint(TENANT.id),
      service: 'image',
      tenant,
      label: 'image',
      method: { kind: 'token' },
      secret: { token: TENANT.token },
    });
    for (const row of await rowsBelow(parts.tree)) await rowsBelow(parts.tree, row);
    return { ...parts, account };
  };
  const asked = () => api.requests.map(({ path }) => path).filter((path) => /total|quota/.test(path));
  const detailsIn = (box: QuickPick<QuickPickItem>) =>
    Object.fromEntries(box.items.map(({ label, description = '' }) => [label, description]));
  const shownIn = async () => {
    const box = await dialogs.asking('About this account');
    assert.ok('items' in box);
    return box;
  };

  const WORDS = '3 GiB (3,221,225,472 bytes) used, quota 50GB';

  it('stands in Show Account, where it comes after what is known already', async () => {
    const { context, account } = await opened();
    const hanging = api.faults.add({ do: 'hang', on: /total$/ });
    assert.deepEqual(asked(), []);
    const shown = showAccount(context, account.id);
    const box = await shownIn();
    await until(() => box.busy && asked().length === 2, 'both questions');
    assert.equal(detailsIn(box)['Tenant ID'], TENANT.id);
    hanging.remove();
    await until(() => detailsIn(box)['Image storage'] === WORDS && !box.busy, 'the storage');
    await press('closeQuickOpen');
    await shown;
  });

  it('stands below the service that the account uses', async () => {
    const { context, account, tree } = await opened();
    const shown = showAccount(context, account.id);
    assert.equal(detailsIn(await shownIn())['Service'], 'Image v2');
    await press('closeQuickOpen');
    await shown;
    dialogs.forget();
    const [compute] = await rowsBelow(tree);
    const other = showAccount(context, compute?.id);
    assert.equal(detailsIn(await shownIn())['Service'], 'Compute');
    await press('closeQuickOpen');
    await other;
  });

  it('stands among facts that are copied by Enter', async () => {
    const { context, tree } = await opened();
    const [compute] = await rowsBelow(tree);
    const chosen = showAccount(context, compute?.id);
    await dialogs.pick('Enter copies', 'Tenant ID');
    await chosen;
    assert.equal(await env.clipboard.readText(), COMPUTE.id);
  });

  it('is given up when Show Account is closed', async () => {
    const { context, account } = await opened();
    api.faults.add({ do: 'hang', on: /total$/ });
    const shown = showAccount(context, account.id);
    await shownIn();
    await until(() => asked().length === 2, 'both questions');
    await press('closeQuickOpen');
    await shown;
    await api.untilRequests((all) => all.some(({ outcome }) => outcome === 'abandoned'));
  });

  it('is said not to be known in words, where asking has failed', async () => {
    const { context, account } = await opened();
    api.faults.add({ do: 'status', status: 503, on: /total$/ });
    const shown = showAccount(context, account.id);
    const box = await shownIn();
    const words = await until(() => detailsIn(box)['Image storage'], 'words');
    assert.match(words, /\(503\)/);
    await press('closeQuickOpen');
    await shown;
  });

  it('stands in the hover over the account’s row, asked for when that is looked at', async () => {
    const { tree, account } = await opened();
    const looked = new CancellationTokenSource();
    const hover = async (id: string) => {
      const item = await tree.getTreeItem(id);
      // What has a hover at once is not asked for another one.
      assert.equal(item.tooltip, undefined);
      const { tooltip } = await tree.resolveTreeItem(item, id, looked.token);
      assert.ok(tooltip instanceof MarkdownString);
      return tooltip.value.replaceAll('&nbsp;', ' ').replaceAll('\\', '');
    };
    const [compute, image] = await rowsBelow(tree);
    assert.ok(compute && image && image.id === account.id);
    const ofCompute = await hover(compute.id);
    assert.match(ofCompute, /Token: /);
    assert.doesNotMatch(ofCompute, /storage/);
    assert.deepEqual(asked(), []);
    const ofImages = await hover(image.id);
    assert.ok(ofImages.includes(`Image storage: ${WORDS}`), ofImages);
    assert.ok(ofImages.includes(api.imageEndpoint(TENANT.id)), ofImages);
    assert.deepEqual(asked().length, 2);
  });

  it('is waited for no longer than 2 seconds: the hover stands without it then, and the question is given up', async () => {
    const { tree, account } = await opened();
    const hanging = api.faults.add({ do: 'hang', on: /total$/ });
    const looked = new CancellationTokenSource();
    const clock = new HeldTimer(2000);
    try {
      const resolved = tree.resolveTreeItem(new TreeItem('image'), account.id, looked.token);
      await until(() => asked().length === 2, 'both questions');
      let isThere = false;
      void resolved.then(() => (isThere = true));
      await thereAndBack();
      assert.ok(!isThere);
      clock.ring();
      const { tooltip } = await resolved;
      assert.ok(tooltip instanceof MarkdownString);
      assert.match(tooltip.value, /Token:/);
      assert.doesNotMatch(tooltip.value, /storage/);
      await api.untilRequests((all) => all.some(({ outcome }) => outcome === 'abandoned'));
    } finally {
      clock.dispose();
      hanging.remove();
    }
  });

  it('is given up when the row is left', async () => {
    const { tree, account } = await opened();
    api.faults.add({ do: 'hang', on: /total$/ });
    const looked = new CancellationTokenSource();
    const resolved = tree.resolveTreeItem(new TreeItem('image'), account.id, looked.token);
    await until(() => asked().length === 2, 'both questions');
    looked.cancel();
    await resolved;
    await api.untilRequests((all) => all.some(({ outcome }) => outcome === 'abandoned'));
  });

  it('is beside a project that is said not to be known, where a pasted token has named none', async () => {
    const { context, account } = await opened('');
    const shown = showAccount(context, account.id);
    const box = await shownIn();
    assert.match(detailsIn(box)['Tenant ID'] ?? '', /^unknown, so shared images/);
    await press('closeQuickOpen');
    await shown;
  });
});
