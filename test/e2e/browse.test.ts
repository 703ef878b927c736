import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import {
  documentedResponse,
  documentedTenantId,
  documentedToken,
  startServer,
  type Server,
} from '../server/index';
import { pageStorage } from './pageStorage';
import { curlCommand, listRequests, signInByPaste } from './person';
import { Workbench } from './workbench/workbench';

const GITLAB = documentedResponse.images[2];

/** Blanks of every kind as plain ones. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ');
}

describe('A person with the five documented images', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    api = await startServer();
    workbench = await Workbench.open();
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  it('is welcomed, and nothing is requested', async () => {
    const view = await workbench.openView();
    const { text, buttons } = await view.welcome();
    assert.match(text, /Browse the machine images/);
    assert.deepEqual(buttons, ['Sign In']);
    assert.equal(api.requests.length, 0);
  });

  it('signs in by one paste, and the token does not stay in the box', async () => {
    await workbench.view.pressWelcome('Sign In');
    const input = await workbench.quickInput.asking(/curl command/);
    await input.type(curlCommand(api, documentedTenantId, documentedToken));
    await until(
      async () => (await input.value()) === `${api.endpoint(documentedTenantId)}/images/detail`,
      'the endpoint',
    );
    await input.accept();
    await workbench.view.untilLabels('ACTIVE', ...documentedResponse.images.map(({ name }) => name));
  });

  it('got the first rows by one request of one page, and the end confirmed by another', async () => {
    await until(
      async () => (await workbench.view.rows())[0]?.description === '5',
      'the count without a plus',
    );
    const limits = api.requests.map(({ query }) => query.get('limit'));
    assert.deepEqual(limits, ['1', '100', '100']);
    await workbench.screenshot('documented-by-status');
  });

  it('groups by app and back, without a request', async () => {
    const before = api.requests.length;
    await workbench.view.titleAction('Group By', 'Group by App');
    await workbench.view.untilLabels(
      ...['vmi-gitlab-7.9.1-centos-6.6', 'vmi-lamp-centos-6.6', 'vmi-ror-4.2-centos-6.6'],
      ...['(no app)', '500G-0507', '200G-0507'],
    );
    await workbench.view.titleAction('Sort By', '✓ Newest First (Default)');
    // What is chosen has a tick.
    await workbench.view.titleAction('Group By', '✓ Group by App');
    await workbench.view.titleAction('Group By', 'Group by Status');
    await workbench.view.untilRows((rows) => rows[0]?.label === 'ACTIVE', 'ACTIVE first');
    assert.equal(api.requests.length, before);
  });

  it('reads every field in a hover', async () => {
    const text = plain(await (await workbench.view.row('vmi-gitlab-7.9.1-centos-6.6')).hover());
    for (const part of [
      GITLAB?.id ?? '?',
      'ACTIVE',
      '2.9 GiB',
      '3,060,203,520 bytes',
      'GitLab-7.9.1-64bit',
    ]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    await workbench.screenshot('hover');
  });

  it('copies the id of a row, ids of several by the keyboard, and all of a group', async () => {
    const row = await workbench.view.row('500G-0507');
    await row.inlineAction('Copy ID');
    await workbench.statusBar.untilShown('Copied ID of 500G-0507');
    assert.equal(await workbench.clipboard.read(), documentedResponse.images[0]?.id);

    await (await workbench.view.row('500G-0507')).click();
    await (await workbench.view.row('200G-0507')).click('Control');
    await workbench.view.focus();
    await workbench.press('Control+C');
    await workbench.statusBar.untilShown('Copied 2 IDs.');
    const two = documentedResponse.images.slice(0, 2).map(({ id }) => id);
    assert.deepEqual((await workbench.clipboard.read()).split('\n').sort(), two.sort());

    await (await workbench.view.row('ACTIVE')).contextMenu('Copy Name');
    await workbench.statusBar.untilShown('Copied 5 names.');
    assert.equal(
      await workbench.clipboard.read(),
      documentedResponse.images.map(({ name }) => name).join('\n'),
    );
  });

  it('opens the JSON as the server sent it, read-only, as a preview, without a request', async () => {
    const before = api.requests.length;
    await (await workbench.view.row('vmi-gitlab-7.9.1-centos-6.6')).click();
    const tab = await workbench.editor.untilOpen('vmi-gitlab-7.9.1-centos-6.6.json');
    assert.equal(tab.preview, true);
    assert.equal(await workbench.editor.text(), `${JSON.stringify(GITLAB, null, 2)}\n`);
    assert.equal(await workbench.editor.language(), 'JSON');
    assert.equal(await workbench.editor.isReadOnly(), true);
    assert.equal(api.requests.length, before);
    await workbench.screenshot('json');
    await workbench.editor.titleAction('Copy ID');
    await workbench.statusBar.untilShown(/^Copied ID of /);
    assert.equal(await workbench.clipboard.read(), GITLAB?.id);
  });

  it('finds the same tab again, and finds it filled after a reload', async () => {
    await (await workbench.view.row('vmi-gitlab-7.9.1-centos-6.6')).doubleClick();
    await until(
      async () =>
        (await workbench.editor.tabs()).some((tab) => !tab.preview && tab.title.startsWith('vmi-gitlab')),
      'the tab to stay',
    );
    await (await workbench.view.row('500G-0507')).click();
    await workbench.editor.untilOpen('500G-0507.json');
    await (await workbench.view.row('vmi-gitlab-7.9.1-centos-6.6')).click();
    await workbench.editor.untilOpen('vmi-gitlab-7.9.1-centos-6.6.json');
    const tabs = await workbench.editor.tabs();
    assert.equal(tabs.filter(({ title }) => title.startsWith('vmi-gitlab')).length, 1);
    await workbench.reload();
    await workbench.editor.untilOpen('vmi-gitlab-7.9.1-centos-6.6.json');
    await until(
      async () => (await workbench.editor.text()) === `${JSON.stringify(GITLAB, null, 2)}\n`,
      'the text',
    );
  });

  it('still has the list after the reload', async () => {
    await workbench.openView();
    await workbench.view.untilRows(
      (rows) => rows[0]?.label === 'ACTIVE' && rows[0].description === '5',
      'ACTIVE 5',
    );
  });

  it('reads each request in the log, without the token', async () => {
    await workbench.runCommand('ConoHa Images: Refresh');
    // A window that was just reloaded may know the command before the output, and then shows nothing.
    await until(async () => {
      await workbench.runCommand('ConoHa Images: Show Log');
      return workbench.output.opensSoon();
    }, 'the output');
    // The panel folds long lines.
    const log = async () => (await workbench.output.text()).replace(/\s+/g, '');
    await until(
      async () => /images\/detail\?limit=100→200·\d+ms·5images·req-/.test(await log()),
      'the request in the log',
    );
    assert.ok(!(await log()).includes(documentedToken));
  });

  it('opens the loaded list as one document', async () => {
    await workbench.runCommand('ConoHa Images: Open Loaded List as JSON');
    await workbench.editor.untilOpen('images.json');
    assert.deepEqual(JSON.parse(await workbench.editor.text()), documentedResponse);
  });

  it('leaves the token in no setting, state, document or clipboard', async () => {
    const stored = await pageStorage(workbench.page);
    assert.ok(stored.includes(documentedTenantId), 'the account itself is stored');
    assert.ok(!stored.includes(documentedToken));
    assert.ok(!(await workbench.editor.text()).includes(documentedToken));
    assert.ok(!(await workbench.clipboard.read()).includes(documentedToken));
  });

  it('is signed out by one command, and the token is nowhere any more', async () => {
    await workbench.runCommand('ConoHa Images: Sign Out');
    await workbench.dialog.press('Sign Out');
    assert.deepEqual((await workbench.view.welcome()).buttons, ['Sign In']);
    const before = listRequests(api);
    await workbench.reload();
    await workbench.openView();
    await workbench.view.welcome();
    assert.equal(listRequests(api), before);
  });

  it('is offered the endpoint again and needs the token alone', async () => {
    await signInByPaste(workbench, api);
    await workbench.view.untilRows((rows) => rows[0]?.label === 'ACTIVE', 'ACTIVE');
  });
});
