import assert from 'node:assert/strict';
import { until } from '../hosts/until';
import {
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  generatedToken,
  startServer,
  type Server,
} from '../server/index';
import { describeInNewest } from './newest';
import { askCondition, listRequests, signInBeside } from './person';
import { Workbench } from './workbench/workbench';

/** More than the editor’s own lists can filter by. */
const MEGABYTE = 'a'.repeat(1_048_576);

describeInNewest('A person who pastes far too much', () => {
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    api = await startServer();
    workbench = await Workbench.open();
    await workbench.openView();
  });
  after(async () => {
    await workbench.close();
    await api.close();
  });

  it('is told so in every box on the way in, and gets in nevertheless', async () => {
    await workbench.runCommand('ConoHa Images: Sign In…');
    const input = await workbench.quickInput.asking(/curl command/);
    await input.type(MEGABYTE);
    await input.accept();
    await input.asking('Too long for this box. Press Enter to read it from the clipboard.');
    assert.equal(await input.value(), '');
    await input.type(`https://compute.example/${'a'.repeat(10_000)}`);
    await input.untilItems(([first]) => first?.label.includes('at most 2,048 characters') ?? false);
    await input.type(api.origin);
    await input.untilItems(([first]) => first?.label === 'Use this endpoint');
    await input.accept();
    await input.asking('Tenant ID');
    await input.type(MEGABYTE);
    assert.match(await input.validationMessage(), /at most 255 characters/);
    await input.accept();
    assert.match(await input.validationMessage(), /at most 255 characters/);
    await input.type(documentedTenantId);
    await until(async () => !(await input.isInvalid()), 'nothing wrong any more');
    await input.accept();
    await input.asking('Token');
    await input.type(MEGABYTE);
    assert.match(await input.validationMessage(), /at most 262,144 characters/);
    await input.type('a'.repeat(32_768));
    await input.accept();
    await until(async () => /at most 8,192 characters/.test(await input.message()), 'words about the token');
    // The version of the endpoint alone was asked for.
    assert.ok(api.requests.every(({ headers }) => headers['x-auth-token'] === undefined));
    await input.type(documentedToken);
    await input.accept();
    await workbench.view.row('500G-0507');
  });

  it('is told so while finding, and finds nevertheless', async () => {
    await workbench.runCommand('ConoHa Images: Find Image…');
    const input = await workbench.quickInput.asking(/^Name, version, app/);
    await input.untilItems((items) => items.length > 1);
    await input.type('a'.repeat(3000));
    await input.untilItems(([first]) => first?.label.includes('at most 255 characters') ?? false);
    await input.type(MEGABYTE);
    await input.accept();
    await input.asking('Too long: at most 255 characters');
    await input.type('500G');
    await input.untilItems(([first]) => first?.label.includes('500G') ?? false);
    await input.cancel();
  });

  it('is told so in the boxes of the filter, and nothing is filtered', async () => {
    const before = listRequests(api);
    for (const [criterion, length, words] of [
      ['Name…', 7000, /at most 1,000 characters/],
      ['Exact name…', 1_048_576, /at most 255 characters/],
    ] as const) {
      const input = await askCondition(workbench, criterion);
      await input.type('1'.repeat(length));
      assert.match(await input.validationMessage(), words, criterion);
      await input.accept();
      assert.match(await input.validationMessage(), words, criterion);
      await input.cancel();
      await input.untilClosed();
    }
    for (const criterion of ['Changed since…', 'Image size…', 'Created…']) {
      const input = await askCondition(workbench, criterion);
      await input.type('1'.repeat(7000));
      await input.untilItems(([first]) => /at most 100 characters/.test(first?.label ?? ''));
      await input.cancel();
      await input.untilClosed();
    }
    await workbench.view.row('500G-0507');
    assert.equal(listRequests(api), before);
    assert.deepEqual(await workbench.notifications.messages(), []);
  });

  it('is told so in lists, and nothing is chosen by it', async () => {
    await signInBeside(workbench, api, generatedTenantId, generatedToken);
    for (const [command, question] of [
      ['Copy ID', 'Select images to copy their IDs'],
      ['Sign Out', 'Select an account to sign out of'],
    ] as const) {
      await workbench.runCommand(`ConoHa Images: ${command}`);
      if (command === 'Copy ID') {
        await (await workbench.quickInput.asking(/Enter copies/)).button('Select Several');
      }
      const input = await workbench.quickInput.asking(question);
      await input.type(MEGABYTE);
      await input.accept();
      await input.asking('Cleared because it was too long');
      assert.equal(await input.value(), '', command);
      await input.cancel();
      await input.untilClosed();
    }
    assert.equal(await workbench.view.hasRow('Signed out. Sign in…'), false);
  });
});
