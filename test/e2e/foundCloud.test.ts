import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { demoUser, documentedTenantId, startServer, type Server } from '../server/index';
import { sharedSession } from './workbench/session';
import { Workbench } from './workbench/workbench';

/** Of a person who types nothing, from the welcome on. */
const MOST_KEYS = 8;

describe('A person with a cloud on this computer', () => {
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

  it(`gets from the welcome to the first rows by at most ${MOST_KEYS} keys`, async () => {
    const { quickInput } = workbench;
    const keys: string[] = [];
    const press = async (key: string): Promise<void> => {
      keys.push(key);
      assert.ok(keys.length <= MOST_KEYS, keys.join(' '));
      await workbench.press(key);
    };
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
  });
});
