import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

/** A new empty folder, which goes when this process does. */
export function temporaryFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `conoha-images-${purpose}-`));
  if (folders.size === 0) process.once('exit', () => folders.forEach(removeFolder));
  folders.add(folder);
  return folder;
}

/** Before this process goes. */
export function removeFolder(folder: string): void {
  // A program that was ended a moment ago may still be letting go of its files.
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  folders.delete(folder);
}

/** What makes a folder the temporary one of a program, of whatever system. */
export function temporaryEnvironment(folder: string): NodeJS.ProcessEnv {
  return { TMPDIR: folder, TEMP: folder, TMP: folder };
}

/**
 * Makes a new folder the temporary one of this process and of those it starts: editors and browsers leave sockets and
 * profiles there. Sockets bear no long paths: not for a program that has such a folder already.
 */
export function ownTemporaryFolder(purpose: string): void {
  Object.assign(process.env, temporaryEnvironment(temporaryFolder(purpose)));
}
