import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** A new empty folder, which goes when this process does. */
export function temporaryFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `conoha-images-${purpose}-`));
  if (folders.push(folder) === 1) process.once('exit', removeFolders);
  return folder;
}

function removeFolders(): void {
  for (const folder of folders) {
    // A program that was ended a moment ago may still be letting go of its files.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
