import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { documentedTenantId, documentedToken, startServer, type Server } from '../server/index';
import { describeInNewest } from './newest';
import { askCondition, filterBy, signInByPaste } from './person';
import { Workbench } from './workbench/workbench';

const LOADING = /^Loading the images of/;

describeInNewest('A person with a filter that the server applies', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    api = await startServer();
    workbench = await Workbench.open();
    await signInByPaste(workbench, api, documentedTenantId, documentedToken);
    await workbench.view.row(/^ACTIVE/);
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  const clearFilter = async () => {
    await workbench.runCommand('ConoHa Images: Clear Filter');
    await workbench.view.row(/^ACTIVE/);
  };

  it('has the list again after a name that no image has', async () => {
    await filterBy(workbench, 'Exact name…', 'no such name');
    await workbench.view.row(/^No loaded image matches/);
    await clearFilter();
  });

  it('has the list again after one filter without a match has followed another', async () => {
    await filterBy(workbench, 'Name…', 'no such name');
    await workbench.view.row(/^No loaded image matches/);
    await filterBy(workbench, 'Exact name…', 'no such name either');
    await api.untilRequests((requests) => requests.some(({ query }) => query.has('name')));
    await workbench.view.row(/^No loaded image matches/);
    await clearFilter();
  });

  it('finds a name that begins and ends with blanks', async () => {
    const { id } = api.images(documentedTenantId).add({ name: ' blanks around ' });
    await filterBy(workbench, 'Exact name…', ' blanks around ');
    await workbench.view.row(/blanks around/);
    await workbench.runCommand('ConoHa Images: Clear Filter');
    api.images(documentedTenantId).remove(id);
    await workbench.runCommand('ConoHa Images: Refresh');
    await until(async () => !(await workbench.view.hasRow(/blanks around/)), 'the row to go');
  });

  it('reads the list that is shown as JSON, not that of another filter', async () => {
    const { id } = api.images(documentedTenantId).add({ name: 'wanted' });
    await filterBy(workbench, 'Exact name…', 'wanted');
    await workbench.view.row('wanted');
    await workbench.runCommand('ConoHa Images: Open Loaded List as JSON');
    await workbench.editor.untilOpen('images.json');
    const ids = async () =>
      (JSON.parse(await workbench.editor.text()) as { images: { id: string }[] }).images.map(
        (image) => image.id,
      );
    assert.deepEqual(await ids(), [id]);
    await clearFilter();
    await until(async () => (await ids()).length === 6, 'the whole list as JSON');
    api.images(documentedTenantId).remove(id);
  });

  it('cancels it while the server is silent, reads so, and has the list by Refresh', async () => {
    const hang = api.faults.add({ do: 'hang' });
    api.clearRequests();
    await filterBy(workbench, 'Exact name…', 'slow');
    await workbench.notifications.untilShown(LOADING);
    await workbench.notifications.press(LOADING, 'Cancel');
    await api.untilRequests((requests) => requests.at(-1)?.outcome === 'abandoned');
    await workbench.view.row('Loading was canceled.');
    hang.remove();
    await clearFilter();
  });

  it('sees a list of values come while the server is slow, and can give up', async () => {
    await filterBy(workbench, 'Exact name…', 'no such name');
    const hang = api.faults.add({ do: 'hang' });
    await workbench.runCommand('ConoHa Images: Clear Filter');
    const values = await askCondition(workbench, 'App…');
    await until(() => values.isBusy(), 'the box to wait');
    hang.remove();
    await workbench.runCommand('ConoHa Images: Refresh');
    await workbench.view.row(/^ACTIVE/);
  });

  it('is told that there is nothing to choose from', async () => {
    await filterBy(workbench, 'Name…', 'no such name');
    await workbench.runCommand('ConoHa Images: Copy ID');
    const copy = await workbench.quickInput.asking(/Enter copies/);
    await copy.untilItems((items) => items.some(({ label }) => label.includes('500G')));
    await copy.button('Select Several');
    await workbench.notifications.untilShown('No loaded image matches the filter.');
    await workbench.runCommand('ConoHa Images: Find Image…');
    const find = await workbench.quickInput.asking(/^Name, version, app/);
    await find.type('no such name');
    await find.untilItems(([first]) => first?.label.trim() === 'No loaded image matches.');
    await find.cancel();
    await clearFilter();
  });
});
