import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import { generatedTenantId, generatedToken, startServer, type Server } from '../server/index';
import { describeInNewest } from './newest';
import { signInByPaste } from './person';
import { Workbench } from './workbench/workbench';

const MORE = /^Loading more images/;
const REFRESH = /^Refreshing the images/;

describeInNewest('A person who does not want to wait', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    api = await startServer();
    workbench = await Workbench.open();
    await signInByPaste(workbench, api, generatedTenantId, generatedToken);
    await workbench.view.row('Load more… (100 loaded)');
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  const notices = async (text: RegExp) =>
    (await workbench.notifications.messages()).filter((message) => text.test(message)).length;

  it('cancels the next page, which ends the request and changes nothing', async () => {
    const hang = api.faults.add({ do: 'hang' });
    api.clearRequests();
    await workbench.runCommand('ConoHa Images: Load More');
    await workbench.notifications.untilShown(MORE);
    await workbench.notifications.press(MORE, 'Cancel');
    await api.untilRequests((requests) => requests.at(-1)?.outcome === 'abandoned');
    await workbench.notifications.untilGone(MORE);
    hang.remove();
    await workbench.view.row('Load more… (100 loaded)');
    assert.equal(api.requests.length, 1);
    await workbench.runCommand('ConoHa Images: Load More');
    await workbench.view.row('Load more… (200 loaded)');
  });

  it('refreshes three times, reads one notice, and cancels all of it by that', async () => {
    api.faults.add({ do: 'hang' });
    api.clearRequests();
    for (let times = 0; times < 3; times++) await workbench.runCommand('ConoHa Images: Refresh');
    // Each command waits as long before it says anything: what the third one would say comes before this.
    await workbench.runCommand('ConoHa Images: Load More');
    await workbench.notifications.untilShown(MORE);
    assert.equal(await notices(REFRESH), 1);
    assert.equal(api.requests.length, 1);
    await workbench.notifications.press(REFRESH, 'Cancel');
    await workbench.notifications.untilGone(REFRESH);
    // The next page has waited for that.
    await api.untilRequests(([first, next]) => first?.outcome === 'abandoned' && next !== undefined);
    await workbench.notifications.press(MORE, 'Cancel');
    await workbench.notifications.untilGone(MORE);
    await api.untilRequests((requests) => requests.every(({ outcome }) => outcome === 'abandoned'));
    await until(async () => !(await workbench.view.isLoading()), 'the progress to end');
    assert.equal(api.requests.length, 2);
    api.faults.clear();
    await workbench.view.row('Load more… (200 loaded)');
  });

  it('refreshes after a refusal that passes, and has the list again with the same token', async () => {
    const fault = api.faults.add({ do: 'unauthorized', as: 'html' });
    await workbench.runCommand('ConoHa Images: Refresh');
    await workbench.view.row(/Token not accepted/);
    fault.remove();
    api.clearRequests();
    await (await workbench.view.row(/Token not accepted/)).inlineAction('Refresh');
    await until(async () => !(await workbench.view.hasRow(/Token not accepted/)), 'the failure to be gone');
    assert.ok(api.requests.every(({ status }) => status === 200) && api.requests.length > 0);
  });
});
