import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What people have in front of them when they look for an image, and what shows it. */
const KEPT: ReadonlySet<string> = new Set([
  'theme-defaults',
  'theme-seti',
  'configuration-editing',
  'json',
  'json-language-features',
  'yaml',
  'ini',
  'shellscript',
  'markdown-basics',
  // The demo says in a preview what one signs in with.
  'markdown-language-features',
  'diff',
  'log',
  'search-result',
]);

/**
 * Removes all other extensions that come with an editor: each window reads some ninety of them before it starts its extension
 * hosts, which takes a third of the time until an extension's first line is run.
 */
export async function removeUnneededExtensions(server: string): Promise<void> {
  const folder = join(server, 'extensions');
  const entries = await readdir(folder, { withFileTypes: true });
  const unneeded = entries.filter(
    (entry) => entry.isDirectory() && entry.name !== 'node_modules' && !KEPT.has(entry.name),
  );
  await Promise.all(unneeded.map(({ name }) => rm(join(folder, name), { recursive: true, force: true })));
}
