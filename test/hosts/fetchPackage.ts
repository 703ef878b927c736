import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { execute } from './execute';
import type { PackagePin } from './pins';
import { ROOT } from './root';

/** Everything fetched is kept here, outside version control. */
export const CACHE = join(ROOT, '.vscode-test');

/**
 * Brings a pinned package into the cache, once: a folder appears under its final name only when it is
 * complete, so that an interrupted fetch is simply done again.
 *
 * @param part the folder of the package to keep
 * @param finish what is left to do inside the unpacked folder
 * @returns the folder with the content of `part`
 * @throws when the tarball is not the pinned one
 */
export async function fetchPackage(
  pin: PackagePin,
  part: string,
  finish: (folder: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<string> {
  const name = `${pin.name.replace('@', '').replace('/', '-')}-${pin.version}`;
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;

  await mkdir(CACHE, { recursive: true });
  await removeAbandoned(name);
  const partial = join(CACHE, `${name}.${process.pid}.partial`);
  await mkdir(partial);
  try {
    const tarball = await pack(pin, partial);
    await checkIntegrity(pin, tarball);
    await execute('tar', ['-xzf', tarball, '-C', partial, join('package', part)]);
    const content = join(partial, 'package', part);
    await finish(content);
    await moveInto(folder, content);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

/** Installs the dependencies that an unpacked package names; none of their scripts is run. */
export async function installDependencies(folder: string): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  await execute('npm', ['install', '--prefix', folder, '--omit=dev', '--ignore-scripts', ...quiet], {
    cwd: folder,
  });
}

async function pack(pin: PackagePin, folder: string): Promise<string> {
  await execute('npm', [
    'pack',
    `${pin.name}@${pin.version}`,
    '--pack-destination',
    folder,
    '--ignore-scripts',
    '--loglevel=error',
  ]);
  const [tarball] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`npm pack ${pin.name}@${pin.version} left no tarball.`);
  return join(folder, tarball);
}

async function checkIntegrity(pin: PackagePin, tarball: string): Promise<void> {
  const digest = createHash('sha512')
    .update(await readFile(tarball))
    .digest('base64');
  if (`sha512-${digest}` !== pin.integrity) {
    throw new Error(
      `${basename(tarball)} is not the pinned package: expected ${pin.integrity}, got sha512-${digest}.`,
    );
  }
}

/** Puts a finished folder in its place, unless another run was faster. */
async function moveInto(folder: string, content: string): Promise<void> {
  try {
    await rename(content, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** Removes what interrupted fetches of the same package left; those of living processes stay. */
async function removeAbandoned(name: string): Promise<void> {
  for (const entry of await readdir(CACHE)) {
    const owner = entry.startsWith(`${name}.`) ? /\.(\d+)\.partial$/.exec(entry)?.[1] : undefined;
    if (owner !== undefined && !isAlive(Number(owner))) {
      await rm(join(CACHE, entry), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
