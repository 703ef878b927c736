// Makes the checkout ready: installs what package-lock.json names and builds. Runs on Node alone.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.installed-lockfile');

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  console.error(`Node ${OLDEST_NODE} or newer is needed; this is Node ${process.versions.node}.`);
  process.exit(1);
}

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (installedLockfile() !== wanted) {
  rmSync(stamp, { force: true });
  console.log('Installing the packages, which takes about a minute…');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}
run(process.execPath, ['esbuild.mjs']);

/** The hash of the lockfile that node_modules was last installed from. */
function installedLockfile() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

function run(command, args) {
  try {
    // On Windows npm is a .cmd file, which only a shell starts.
    execFileSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  } catch (error) {
    console.error(`${command} ${args.join(' ')} failed.`);
    process.exit(typeof error.status === 'number' ? error.status : 1);
  }
}
