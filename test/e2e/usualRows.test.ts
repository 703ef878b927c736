import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { generatedTenantId, generatedToken, startServer, type Server } from '../server/index';
import { itInNewest } from './newest';
import { signInByPaste } from './person';
import { openPictureWindow, showHover } from './pictureWindow';
import type { RowState } from './workbench/row';
import type { Workbench } from './workbench/workbench';

describe('A person who has set nothing', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    api = await startServer({ tenants: [{ id: generatedTenantId, token: generatedToken, images: 220 }] });
    workbench = await openPictureWindow();
    await signInByPaste(workbench, api, generatedTenantId, generatedToken);
    await workbench.view.row('Load more… (100 loaded)');
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  it('sees images by kind, each with an icon of its own, and none of them a running machine', async () => {
    const rows: RowState[] = [];
    for (const kind of ['Not Ready to Use', 'My Saved Images', 'Operating Systems', 'Applications']) {
      rows.push(await (await workbench.view.row(kind)).state());
    }
    rows.push(...(await workbench.view.rows()));
    assert.ok(rows.length > 15);
    for (const { label, icon } of rows) assert.ok(icon !== '' && icon !== 'vm', `${label}: ${icon}`);
    await workbench.screenshot('usual-rows');
  });

  it('is asked which disk size is meant, and told what was copied', async () => {
    await (await workbench.view.row('AlmaLinux 8.8')).inlineAction('Copy ID');
    const sizes = await workbench.quickInput.asking('Which disk size?');
    await sizes.pick('30 GB');
    await workbench.statusBar.untilShown('Copied ID of AlmaLinux 8.8 (30 GB)');
    const wanted = api
      .images(generatedTenantId)
      .list()
      .find(({ name }) => name === 'vmi-almalinux-8.8-amd64-30gb');
    assert.equal(await workbench.clipboard.read(), wanted?.id);
  });

  it('finds that image first when it is looked for again, and copies it without leaving the box', async () => {
    await workbench.clipboard.write('');
    await (await workbench.view.row('AlmaLinux 8.8')).click();
    await workbench.view.focus();
    await workbench.press('Control+F');
    const find = await workbench.quickInput.asking(/^Name, version, app/);
    await find.untilItems(
      (items) => items[0]?.label === 'AlmaLinux 8.8' && items[0].separator === 'Recently copied',
    );
    await find.type('alma8 30');
    await find.untilItems(
      (items) => items[0]?.label === 'AlmaLinux 8.8' && items[0].description.startsWith('30 GB'),
    );
    await workbench.press('Control+C');
    await until(async () => (await workbench.clipboard.read()) !== '', 'the id');
    await find.untilItems((items) => items.length > 0);
    await workbench.screenshot('found');
    await find.cancel();
  });

  itInNewest('has what is not ready to use on top, without a step', async () => {
    const [first] = await workbench.view.allRows();
    assert.equal(first?.label, 'Not Ready to Use');
  });

  itInNewest('is shown the newest Ubuntu 22.04 with 30 GB in a click and an Enter', async () => {
    await workbench.view.titleAction('Find Image…');
    const find = await workbench.quickInput.asking(/^Name, version, app/);
    await find.type('ubuntu 22.04 30');
    await find.untilItems(
      ([first]) => first?.label === 'Ubuntu 22.04' && first.description.startsWith('30 GB'),
    );
    await find.accept();
    await find.untilClosed();
    await workbench.view.untilRows(
      (rows) => rows.some(({ label, selected }) => label === '30 GB' && selected),
      'its row below the one of both sizes',
    );
    await workbench.runCommand('ConoHa Images: Copy Name');
    await until(
      async () => (await workbench.clipboard.read()) === 'vmi-ubuntu-22.04-amd64-30gb',
      'the name of the newest',
    );
  });

  itInNewest('has own images older than a year in four steps', async () => {
    await workbench.view.titleAction('Filter…');
    const filter = await workbench.quickInput.asking('Filter images');
    for (const [typed, meant] of [
      ['>1y', 'Created more than 1 year ago'],
      ['my saved', 'Kind: My Saved Images'],
    ] as const) {
      await filter.type(typed);
      await filter.pickDescribed(meant);
      await filter.asking('Edit or add conditions');
    }
    await filter.untilActive('Done');
    await filter.accept();
    await filter.untilClosed();
    await until(
      async () =>
        (await workbench.view.message()).startsWith('created more than 1 year ago, my saved images '),
      'both conditions',
    );
    await workbench.runCommand('ConoHa Images: Clear Filter');
  });

  itInNewest('is pictured with what is known of an image, and with what is found', async () => {
    await showHover(workbench, 'My Saved Images');
    await workbench.screenshot('list-light');
    await workbench.turnDark();
    await (await workbench.view.row('Ubuntu')).collapse();
    await workbench.runCommand('ConoHa Images: Find Image…');
    await workbench.quickInput.type('ubuntu 22 30');
    // It has been copied, and so stands first before anything is typed.
    await workbench.quickInput.untilItems(
      ([first, ...others]) =>
        first?.label === 'Ubuntu 22.04' &&
        others.every(({ description }) => description.includes('Ubuntu 22.04')),
    );
    await workbench.screenshot('list-dark');
    await workbench.quickInput.cancel();
  });

  it('has one click to the statuses, and back', async () => {
    await workbench.view.titleAction('Group By', 'Group by Status');
    await workbench.view.row('ACTIVE');
    await workbench.view.titleAction('Group By', 'Group by Kind');
    await workbench.view.row('Operating Systems');
  });
});
