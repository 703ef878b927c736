import { existsSync } from 'node:fs';
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { execute } from './execute';
import { ROOT } from './root';
import { temporaryFolder } from './temporaryFolder';

const LARGE = ['.git', '.vscode-test', 'node_modules', 'out'];

/** Names a packaged extension that is to be used instead of a fresh one. */
export const VSIX = 'EXTENSION_VSIX';

/** Packages what was built into a `.vsix`. @returns its path */
export async function packageExtension(): Promise<string> {
  const given = process.env[VSIX];
  if (given !== undefined && existsSync(given)) return given;
  // Those of another editor may be installing theirs.
  const path = join(temporaryFolder('package'), 'conoha-images.vsix');
  await packageFolder(await packagedParts(), path);
  return path;
}

/**
 * A copy of the checkout without what is large and never packaged: `.vscodeignore` names what is, and the packager would look
 * at each file of the editors and the libraries all the same.
 */
export async function packagedParts(): Promise<string> {
  const folder = temporaryFolder('parts');
  for (const name of (await readdir(ROOT)).filter((name) => !LARGE.includes(name)))
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
  return folder;
}

/** Packages the extension in a folder as it stands. */
export async function packageFolder(folder: string, vsix: string): Promise<void> {
  const vsce = join(ROOT, 'node_modules', '@vscode', 'vsce', 'vsce');
  const options = [
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--skip-license',
  ];
  await execute(process.execPath, [vsce, 'package', ...options, '--out', vsix], { cwd: folder });
}
