import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../hosts/temporaryFolder';
import { Workbench, type WorkbenchOptions } from './workbench/workbench';

/** Nothing but the view and a file of those who use it: no address, no name of this machine. */
const SETTINGS = {
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'editor.minimap.enabled': false,
};
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

/**
 * A window as it is for those who have set nothing, with a file in front. Pictures of it are those of the users' pages:
 * whoever changes the list puts them into `media/` anew.
 */
export async function openPictureWindow(
  options: Pick<WorkbenchOptions, 'language'> = {},
): Promise<Workbench> {
  const folder = join(temporaryFolder('pictures'), 'infra');
  await mkdir(folder);
  await writeFile(join(folder, FILE), PLAYBOOK);
  const workbench = await Workbench.open({
    ...options,
    folder,
    settings: SETTINGS,
    viewport: { width: 1280, height: 720 },
    rows: 'usual',
  });
  await workbench.press('Control+P');
  await workbench.quickInput.type(FILE);
  await workbench.quickInput.untilItems(([first]) => first?.label === FILE);
  await workbench.quickInput.accept();
  await workbench.editor.untilOpen(FILE);
  return workbench;
}

/** Has the list stand as in the pictures, with the hover of an image. */
export async function showHover({ view }: Workbench, saved: string): Promise<void> {
  await (await view.row(saved)).collapse();
  await (await view.row('Ubuntu')).expand();
  await (await view.row('20.04')).hover();
}
