import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execute } from './execute';
import { fetchPackage, installDependencies } from './fetchPackage';
import { CHROMIUM } from './pins';

/** What has no window comes first: it takes less to open a page in it. */
const PROGRAMS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
] as const;

/**
 * The path of a Chromium: the one `CHROMIUM_PATH` names, an installed one, Debian's where it may be
 * installed, else the one that an npm package carries.
 *
 * @throws with one line that says how to get one
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return named;
  }
  return installed() ?? (await fromDebian()) ?? (await fromNpm());
}

function installed(): string | undefined {
  return PROGRAMS.map(onPath).find((path) => path !== undefined);
}

async function fromDebian(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || onPath('apt-get') === undefined) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await execute('apt-get', ['update', '-qq'], { env });
    await execute('apt-get', ['install', '-y', '-qq', '--no-install-recommends', PROGRAMS[0]], { env });
  } catch {
    return undefined; // No such package, or no way to it: the npm package is next.
  }
  return installed();
}

async function fromNpm(): Promise<string> {
  try {
    const folder = await fetchPackage(CHROMIUM, '.', installDependencies);
    const entry = pathToFileURL(join(folder, 'build', 'esm', 'index.js')).href;
    const { default: chromium } = (await import(entry)) as {
      default: { executablePath(): Promise<string> };
    };
    const path = await chromium.executablePath();
    await execute(path, ['--version']);
    return path;
  } catch (error) {
    throw new Error(
      'No Chromium here: install one (Debian and Ubuntu: `apt-get install chromium`) ' +
        'or set CHROMIUM_PATH to an executable.',
      { cause: error },
    );
  }
}

function onPath(program: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, program))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
