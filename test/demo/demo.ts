// The extension in a real VS Code in the browser, with accounts to try it on: `npm run demo`.
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodeServer, installExtensions, userSettingsFile } from '../hosts/codeServer';
import { hostsRunHere, installHost } from '../hosts/installHost';
import { packageExtension } from '../hosts/packageExtension';
import { HOSTS } from '../hosts/pins';
import { ROOT } from '../hosts/root';
import { ownTemporaryFolder, temporaryFolder } from '../hosts/temporaryFolder';
import { writeUserSettings } from '../hosts/userSettings';
import { generatedTenantId, saveFurther, startServer, threeTenants } from '../server/index';
import { FrontPage } from './frontPage';
import { packageGuide } from './packageGuide';
import { demoAccounts, readme } from './signInTexts';

const SAVING_STEP_MS = 20_000;

async function main(): Promise<void> {
  if (!hostsRunHere()) {
    throw new Error(
      `The demo needs Linux x64, not ${process.platform} ${process.arch}. ` +
        'Elsewhere, `npm run package` makes a .vsix to install, and `npm run server` starts the simulated API.',
    );
  }
  console.log('Getting the demo ready; the first time, VS Code is fetched…');
  ownTemporaryFolder('demo');
  const folder = temporaryFolder('files');
  const api = await startServer({ newest: new Date(), ...threeTenants });
  const accounts = demoAccounts(api);
  const saving = setInterval(() => saveFurther(api.images(generatedTenantId)), SAVING_STEP_MS);

  const workspace = join(folder, 'conoha-demo');
  await cp(join(ROOT, 'test', 'demo', 'sample'), workspace, { recursive: true });
  await writeFile(join(workspace, 'README.md'), readme(accounts));
  const server = await startEditor(folder, workspace);
  const page = await FrontPage.start(server.port);

  const lines = accounts.map(({ what, curl }) => `  ${what}:\n  ${curl}\n`);
  console.log(`
Open     http://${page.authority}/

Sign in  press Sign In in the side bar and paste one of these lines (they stand in the window, too):

${lines.join('\n')}
Ctrl+C ends the demo.`);

  await interrupted();
  clearInterval(saving);
  await Promise.all([page.stop(), server.stop(), api.close()]);
}

/** The newest VS Code with the extension installed, its files below `folder`. */
async function startEditor(folder: string, defaultFolder: string): Promise<CodeServer> {
  const [host, vsix, guide] = await Promise.all([
    installHost(HOSTS.at(-1) ?? HOSTS[0]),
    packageExtension(),
    packageGuide(join(folder, 'guide')),
  ]);
  const folders = { data: join(folder, 'data'), extensions: join(folder, 'extensions') };
  await installExtensions(host, [vsix, guide], folders);
  await writeUserSettings(userSettingsFile(folders), { 'workbench.startupEditor': 'readme' });
  return CodeServer.start(host, { ...folders, defaultFolder, workspaceTrust: 'off', extensionTests: false });
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
