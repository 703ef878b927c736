import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { until } from '../hosts/until';
import { demoUser, documentedResponse, documentedTenantId, startServer, type Server } from '../server/index';
import { describeInNewest } from './newest';
import { sharedSession } from './workbench/session';
import { Workbench } from './workbench/workbench';

/** Of a person who types nothing, from the welcome on. */
const MOST_KEYS = 8;
/** Of the same person, with what is typed left out, until the ID of a known image is copied. */
const MOST_KEYS_TO_ID = 12;
const PALETTE_MS = 4000;
/** Of one who is signed in, from a focused editor on. */
const MOST_KEYS_FROM_EDITOR = 5;

describeInNewest('A person with a cloud on this computer', () => {
  const { clouds } = sharedSession();
  let api: Server;
  let workbench: Workbench;
  before(async () => {
    assert.ok(clouds !== undefined);
    api = await startServer({ regions: ['tyo1'] });
    const auth = [
      `auth_url: ${api.origin}/v3`,
      `username: ${demoUser.name}`,
      `password: ${demoUser.password}`,
      `project_id: ${documentedTenantId}`,
    ];
    await writeFile(clouds, `clouds: {mine: {auth: {${auth.join(', ')}}}}`, { mode: 0o600 });
    workbench = await Workbench.open();
  });
  after(async () => {
    await rm(clouds ?? '', { force: true });
    await workbench.close();
    await api.close();
  });

  const keys: string[] = [];
  const press = async (key: string): Promise<void> => {
    keys.push(key);
    await workbench.press(key);
  };

  async function copyKnownImage(): Promise<void> {
    const { quickInput } = workbench;
    await workbench.clipboard.write('');
    await press('F1');
    // Where the rows of a new account take the focus, the palette closes, and is opened again.
    await until(async () => {
      if (!(await quickInput.isOpen())) await workbench.press('F1');
      await quickInput.type('>conoha find', PALETTE_MS);
      return true;
    }, 'the palette');
    await quickInput.untilActive('ConoHa Images: Find Image…');
    await press('Enter');
    const find = await quickInput.asking(/^Name, version, app/);
    await find.type('gitlab 7.9');
    await find.untilItems(([first]) => first?.label === 'vmi-gitlab-7.9.1-centos-6.6');
    await press('Control+C');
    // What was said of the last copy may still stand in the status bar.
    await until(async () => (await workbench.clipboard.read()) !== '', 'the id');
    const wanted = documentedResponse.images.find(({ name }) => name.startsWith('vmi-gitlab'));
    assert.equal(await workbench.clipboard.read(), wanted?.id);
    await find.cancel();
  }

  it(`gets from the welcome to the first rows by at most ${MOST_KEYS} keys`, async () => {
    const { quickInput } = workbench;
    const view = await workbench.openView();
    const [button = ''] = (await view.welcome()).buttons;
    await workbench.runCommand('ConoHa: Focus on Images View');
    while (!(await view.isOnWelcome(button))) await press('Tab');
    await press('Enter');
    await quickInput.asking('Select a method');
    await quickInput.untilActive('mine');
    await press('Enter');
    await quickInput.asking('Keep you signed in?');
    await quickInput.untilActive('Yes, store my password securely');
    await press('Enter');
    await view.row('500G-0507');
    assert.deepEqual(
      keys.filter((key) => key === 'Enter'),
      ['Enter', 'Enter', 'Enter'],
    );
    assert.ok(keys.length <= MOST_KEYS, keys.join(' '));
  });

  it(`has the ID of an image by at most ${MOST_KEYS_TO_ID} keys in all`, async () => {
    await copyKnownImage();
    assert.ok(keys.length <= MOST_KEYS_TO_ID, keys.join(' '));
  });

  it(`has it again from an editor by at most ${MOST_KEYS_FROM_EDITOR}`, async () => {
    await (await workbench.view.row('500G-0507')).click();
    await workbench.editor.untilOpen('500G-0507.json');
    await workbench.press('Control+1');
    keys.length = 0;
    await copyKnownImage();
    assert.ok(keys.length <= MOST_KEYS_FROM_EDITOR, keys.join(' '));
  });
});
