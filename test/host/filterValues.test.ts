import assert from 'node:assert/strict';
import type { QuickPick, QuickPickItem } from 'vscode';
import { filter } from '../../src/commands/filter/filter';
import { until } from '../hosts/until';
import { generatedTenantId, generatedToken, startServer, type Server } from '../server/index';
import { Dialogs, press, thereAndBack } from './accountsDialogs';
import { commandParts } from './commandParts';
import { rowsBelow } from './parts';

describe('The values of a condition', () => {
  let api: Server;
  let dialogs: Dialogs;
  let parts: Awaited<ReturnType<typeof commandParts>>;
  beforeEach(async () => {
    api = await startServer();
    dialogs = new Dialogs();
    parts = await commandParts(api, [{ id: generatedTenantId, token: generatedToken }]);
    await rowsBelow(parts.tree);
  });
  afterEach(async () => {
    await press('closeQuickOpen');
    dialogs.dispose();
    await api.close();
  });

  const criteria = () => parts.sessions.ofActive()?.images.view.filter.criteria ?? [];
  const asking = async (question: string): Promise<QuickPick<QuickPickItem>> => {
    const dialog = await dialogs.asking(question);
    assert.ok('items' in dialog);
    return dialog;
  };

  it('goes to the value that is typed, in whatever width and without its blanks', async () => {
    const asked = filter(parts.context);
    await dialogs.pick('Filter images', 'Disk size…');
    const disks = await asking('Disk size: any of these');
    await until(() => !disks.busy, 'all rows');
    for (const text of ['３０', '30GB', '30 gib', '100gb']) {
      disks.value = text;
      const size = text.startsWith('100') ? '100 GB' : '30 GB';
      await until(() => disks.activeItems[0]?.label === size, `${text} to lead to ${size}`);
      await thereAndBack();
      assert.equal(disks.activeItems[0]?.label, size);
    }
    await press('acceptSelectedQuickOpenItem');
    await asking('Filter images · ');
    assert.deepEqual(criteria(), [{ kind: 'disk', values: ['100'] }]);
    await dialogs.pick('Edit or add conditions', 'Distribution…');
    const box = await asking('Distribution: any of these');
    await until(() => !box.busy, 'all rows');
    const [ticked] = box.items;
    assert.ok(ticked);
    box.selectedItems = [ticked];
    box.value = 'ｃｅｎｔｏｓ７';
    await until(() => box.activeItems[0]?.label === 'CentOS 7', 'CentOS 7');
    assert.deepEqual(
      box.selectedItems.map(({ label }) => label),
      [ticked.label],
    );
    box.selectedItems = [];
    await thereAndBack();
    await press('acceptSelectedQuickOpenItem');
    await dialogs.pick('Edit or add conditions', 'Done');
    await asked;
    assert.deepEqual(criteria()[1], { kind: 'distribution', values: ['CentOS 7'] });
  });

  it('keeps the tick of a size that was typed, and takes another size in the place of a range', async () => {
    const asked = filter(parts.context);
    await dialogs.pick('Filter images', 'Disk size…');
    const box = await asking('Disk size: any of these');
    await until(() => !box.busy, 'all rows');
    box.value = '40';
    const typed = await until(() => box.items.find(({ label }) => label === '40 GB'), '40 GB');
    await thereAndBack();
    box.selectedItems = [typed];
    box.value = '';
    await until(() => box.selectedItems[0]?.label === '40 GB', 'its tick');
    await press('acceptSelectedQuickOpenItem');
    await dialogs.pick('Edit or add conditions', 'Disk 40 GB');
    const again = await asking('Disk size: any of these');
    await until(() => again.selectedItems.length === 1, 'the tick of before');
    again.selectedItems = [];
    again.value = '>30';
    await until(() => again.activeItems[0]?.label === 'More than 30 GB', 'the range');
    await press('acceptSelectedQuickOpenItem');
    await dialogs.pick('Edit or add conditions', 'Disk more than 30 GB');
    const range = await asking('Disk size: any of these');
    await until(() => !range.busy && range.value !== '', 'what was asked for');
    range.value = '30';
    await until(() => range.activeItems[0]?.label === '30 GB', 'the size');
    await thereAndBack();
    await press('acceptSelectedQuickOpenItem');
    await dialogs.pick('Edit or add conditions', 'Done');
    await asked;
    assert.deepEqual(criteria(), [{ kind: 'disk', values: ['30'] }]);
  });
});
