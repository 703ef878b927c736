import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { documentedTenantId, startServer, type Server } from '../server/index';
import { describeInNewest } from './newest';
import { signInByPaste } from './person';
import type { RowState } from './workbench/row';
import { Workbench } from './workbench/workbench';

describeInNewest('A list that is looked at', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    api = await startServer();
    workbench = await Workbench.open();
    await signInByPaste(workbench, api);
    await workbench.view.untilRows((rows) => rows[0]?.description === '5', 'ACTIVE 5');
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  it('shows an image arrive while it is being saved, by itself, and keeps it selected', async () => {
    const images = api.images(documentedTenantId);
    const { id } = images.add({ name: '保存中のイメージ', status: 'queued', size: 0 });
    await workbench.runCommand('ConoHa Images: Refresh');
    const saving = (description: RegExp) =>
      workbench.view.untilRows(
        (rows) => rows.some((row) => row.label === '保存中のイメージ' && description.test(row.description)),
        String(description),
      );
    await saving(/^SAVING, 25%/);
    await workbench.screenshot('saving');
    images.advance(id);
    await saving(/^SAVING, 50%/);
    await (await workbench.view.row('保存中のイメージ')).click();
    const isSelected = (rows: readonly RowState[]) =>
      rows.some(({ label, selected }) => selected && label === '保存中のイメージ');
    await workbench.view.untilRows(isSelected, 'the image, selected');
    images.advance(id);
    await workbench.view.untilRows(
      (rows) => rows[0]?.label === 'ACTIVE' && rows[0].description === '6' && isSelected(rows),
      'ACTIVE 6, the image still selected',
    );
  });

  it('is there at once after a restart, with its age, while the server is still silent', async () => {
    const hang = api.faults.add({ do: 'hang' });
    await workbench.reload();
    await workbench.openView();
    await workbench.view.untilRows(
      (rows) => rows[0]?.label === 'ACTIVE' && rows.length === 7,
      'the kept list',
    );
    await until(async () => (await workbench.view.message()).startsWith('as of '), 'the age of the list');
    await workbench.screenshot('restored');
    hang.remove();
    await until(async () => (await workbench.view.message()) === '', 'the list of now');
  });

  it('keeps the selected image selected when it is grouped another way', async () => {
    await (await workbench.view.row('vmi-lamp-centos-6.6')).click();
    await workbench.view.titleAction('Group By', 'Group by App');
    await workbench.view.untilRows(
      (rows) =>
        rows.some(({ label, selected, level }) => selected && level === 2 && label === 'vmi-lamp-centos-6.6'),
      'the row, still selected',
    );
  });
});

describeInNewest('A list with automatic refresh', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    api = await startServer();
    workbench = await Workbench.open({ settings: { 'conohaImages.autoRefresh': 15 } });
    await signInByPaste(workbench, api);
    await workbench.view.untilRows((rows) => rows[0]?.description === '5', 'ACTIVE 5');
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  it('shows what is new by itself, and asks for that alone', async () => {
    api.images(documentedTenantId).add({ name: 'added by a colleague', status: 'active' });
    api.clearRequests();
    await api.untilRequests((requests) => requests.length > 0, 30_000);
    await workbench.view.row('added by a colleague');
    assert.ok(api.requests.every(({ query }) => query.get('changes-since') !== null));
  });
});
