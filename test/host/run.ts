// Runs the host tests: `node run.js <version of VS Code>` in the browser's, `node run.js --desktop` in the
// desktop's, which is downloaded.
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { join } from 'node:path';
import { HOSTS } from '../hosts/pins';
import { ROOT } from '../hosts/root';
import { ownTemporaryFolder, temporaryFolder } from '../hosts/temporaryFolder';

const [where = HOSTS[0].vscode] = process.argv.slice(2);

async function main(): Promise<void> {
  if (where === '--desktop') ownTemporaryFolder('desktop');
  await runTests({
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: join(__dirname, 'suite'),
    launchArgs: [temporaryFolder('workspace')],
    ...(where === '--desktop'
      ? { version: 'stable' }
      : {
          vscodeExecutablePath: join(__dirname, '..', 'hosts', 'launcher.main.js'),
          extensionTestsEnv: { VSCODE_TEST_HOST: where },
        }),
  });
}

main().catch((error: unknown) => {
  // Failed tests have been printed where they ran.
  if (!(error instanceof TestRunFailedError)) console.error(error);
  process.exit(1);
});
