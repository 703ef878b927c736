import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';

/** Whether a file stands in one of the folders, also by way of links. */
export async function isInside(path: string, folders: readonly string[]): Promise<boolean> {
  const file = await real(path);
  const realFolders = await Promise.all(folders.map(real));
  return realFolders.some((folder) => {
    const way = relative(folder, file);
    return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
  });
}

/** The path itself where nothing is there. */
async function real(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
