import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout's folder; bundles stand at several depths below it. */
export const ROOT = folderWithManifest(__dirname);

function folderWithManifest(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : folderWithManifest(dirname(folder));
}
