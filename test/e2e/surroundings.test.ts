import assert from 'node:assert/strict';
import {
  documentedTenantId,
  documentedToken,
  generatedTenantId,
  generatedToken,
  startServer,
  type Server,
} from '../server/index';
import { itInNewest } from './newest';
import { curlCommand, signInByPaste } from './person';
import { openPictureWindow, showHover } from './pictureWindow';
import { Workbench } from './workbench/workbench';

describe('The same in other surroundings', () => {
  let api: Server;
  before(async () => {
    api = await startServer();
  });
  after(() => api.close());

  it('works in Japanese', async () => {
    const workbench = await openPictureWindow({ language: 'ja' });
    const view = await workbench.openView();
    assert.deepEqual((await view.welcome()).buttons, ['サインイン']);
    await view.pressWelcome('サインイン');
    const input = await workbench.quickInput.asking(/curl/);
    await workbench.screenshot('ja-sign-in');
    await input.type(curlCommand(api, generatedTenantId, generatedToken));
    await input.accept();
    await view.row(/さらに読み込む/);
    await workbench.runCommand('ConoHa Images: すべて読み込む');
    await view.row('OS');
    await showHover(workbench, '保存イメージ');
    await workbench.screenshot('list-ja');
    await workbench.view.titleAction('グループ化', 'アプリでグループ化');
    await view.row('（アプリなし）');
    await workbench.screenshot('ja-by-app');
    await workbench.close();
  });

  itInNewest('works in a workspace that nobody has trusted', async () => {
    const workbench = await Workbench.open({ trust: 'restricted' });
    await signInByPaste(workbench, api, documentedTenantId, documentedToken);
    await workbench.view.untilRows((rows) => rows[0]?.label === 'ACTIVE', 'ACTIVE');
    await workbench.screenshot('restricted');
    await workbench.close();
  });
});
