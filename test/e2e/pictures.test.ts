import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../hosts/temporaryFolder';
import { generatedTenantId, generatedToken, startServer, type Server } from '../server/index';
import { describeInNewest } from './newest';
import { curlCommand } from './person';
import { Workbench, type WorkbenchOptions } from './workbench/workbench';

/** Nothing but the view and a file of those who use it: no address, no name of this machine. */
const SETTINGS = {
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'editor.minimap.enabled': false,
};
const VIEWPORT = { width: 1280, height: 720 };
const FILE = 'web.yml';
const PLAYBOOK = `- name: A web server on ConoHa
  hosts: localhost
  tasks:
    - name: Create the server
      openstack.cloud.server:
        name: web-1
        flavor: g2l-t-c3m2
        image:
`;

/** Those of the users' pages: whoever changes the list puts them into `media/` anew. */
describeInNewest('The pictures of the list', () => {
  let api: Server;
  before(async () => {
    api = await startServer({ tenants: [{ id: generatedTenantId, token: generatedToken, images: 220 }] });
  });
  after(() => api.close());

  /** A window with a file in front, and the view with all images. */
  async function open(options: WorkbenchOptions): Promise<Workbench> {
    const folder = join(temporaryFolder('pictures'), 'infra');
    await mkdir(folder);
    await writeFile(join(folder, FILE), PLAYBOOK);
    const settings = { ...SETTINGS, 'conohaImages.pageSize': 1000 };
    const workbench = await Workbench.open({
      ...options,
      folder,
      settings,
      viewport: VIEWPORT,
      rows: 'usual',
    });
    await workbench.press('Control+P');
    await workbench.quickInput.type(FILE);
    await workbench.quickInput.untilItems(([first]) => first?.label === FILE);
    await workbench.quickInput.accept();
    await workbench.editor.untilOpen(FILE);
    return workbench;
  }

  it('shows it in light colours with what is known of an image, in dark ones with what is found', async () => {
    const workbench = await open({ theme: 'light' });
    await signIn(workbench, 'ConoHa Images: Sign In…');
    await (await workbench.view.row('Ubuntu')).expand();
    await (await workbench.view.row('20.04')).hover();
    await workbench.screenshot('list-light');
    await workbench.turnDark();
    await (await workbench.view.row('Ubuntu')).collapse();
    await workbench.runCommand('ConoHa Images: Find Image…');
    await workbench.quickInput.type('ubuntu 22 30');
    await workbench.quickInput.untilItems(([first]) => first?.label === 'Ubuntu 22.04');
    await workbench.screenshot('list-dark');
    await workbench.close();
  });

  it('shows it in Japanese', async () => {
    const workbench = await open({ language: 'ja', theme: 'light' });
    await signIn(workbench, 'ConoHa Images: サインイン…');
    await (await workbench.view.row('Ubuntu')).expand();
    await (await workbench.view.row('20.04')).hover();
    await workbench.screenshot('list-ja');
    await workbench.close();
  });

  async function signIn(workbench: Workbench, command: string): Promise<void> {
    await workbench.openView();
    await workbench.runCommand(command);
    const input = await workbench.quickInput.asking(/curl/);
    await input.type(curlCommand(api, generatedTenantId, generatedToken));
    await input.accept();
    await (await workbench.view.row(/^(My Saved Images|保存イメージ)$/)).collapse();
    await workbench.view.row('AlmaLinux');
  }
});
