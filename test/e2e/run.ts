// Runs the end-to-end tests in one VS Code with the packaged extension: `node run.js <version of VS Code>`, or a
// part of them: `node run.js <version> 1/2`.
import { join } from 'node:path';
import { CodeServer, installExtensions, userSettingsFile } from '../hosts/codeServer';
import { HostLogs } from '../hosts/hostLogs';
import { installHost } from '../hosts/installHost';
import { launchBrowserServer } from '../hosts/launchBrowser';
import { packageExtension, VSIX } from '../hosts/packageExtension';
import { HOSTS, hostPin } from '../hosts/pins';
import { temporaryFolder } from '../hosts/temporaryFolder';
import { runMocha } from '../runner/runMocha';
import type { SuiteResult } from '../runner/suiteResult';
import { openControl, packageControl } from './control';
import { shareSession } from './workbench/session';
import type { Workbench } from './workbench/workbench';

const TEST_MS = 120_000;

async function main(vscode: string, part?: string): Promise<SuiteResult> {
  const folder = temporaryFolder('e2e');
  const [host, product, control] = await Promise.all([
    installHost(hostPin(vscode)),
    packageExtension(),
    packageControl(join(folder, 'control')),
  ]);
  // For editors that tests start themselves.
  process.env[VSIX] = product;
  const extensions = join(folder, 'extensions');
  const clouds = join(folder, 'clouds.yaml');
  await installExtensions(host, [product, control], { data: join(folder, 'installer'), extensions });
  const start = async (workspaceTrust: 'asked' | 'off') => {
    const folders = { data: join(folder, workspaceTrust), extensions };
    const server = await CodeServer.start(host, {
      ...folders,
      workspaceTrust,
      extensionTests: false,
      env: { OS_CLIENT_CONFIG_FILE: clouds },
    });
    const { data } = folders;
    return { server, data, address: `http://${server.authority}`, settings: userSettingsFile(folders) };
  };
  const [trusted, restricted, browser] = await Promise.all([
    start('off'),
    start('asked'),
    launchBrowserServer(),
  ]);
  try {
    shareSession({
      vscode,
      browser: browser.wsEndpoint(),
      servers: { trusted, restricted },
      clouds,
    });
    return await runMocha(__dirname, TEST_MS, part, async () => [
      ...(await uncaughtIn('trusted', trusted.data)),
      ...(await uncaughtIn('restricted', restricted.data)),
    ]);
  } finally {
    await Promise.all([browser.close(), trusted.server.stop(), restricted.server.stop()]);
  }
}

async function uncaughtIn(trust: 'trusted' | 'restricted', data: string): Promise<readonly string[]> {
  const windows: Workbench[] = [];
  const { uncaught } = await new HostLogs(data).newsAfter(async () => windows.push(await openControl(trust)));
  for (const window of windows) await window.close();
  return uncaught;
}

main(process.argv[2] ?? HOSTS[0].vscode, process.argv[3]).then(
  ({ failed }) => process.exit(failed > 0 ? 1 : 0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
