import { readFile, stat } from 'node:fs/promises';
import { CloudsFileError } from './cloudsFileError';

export interface CloudsText {
  readonly text: string;
  readonly worldReadable: boolean;
}

/**
 * Gives the text of a file, or `undefined` when there is none.
 * @throws {CloudsFileError} when it cannot be read
 */
export type ReadText = (path: string) => Promise<CloudsText | undefined>;

/** A clouds file is a few kilobytes; whatever is larger is something else. */
export const LARGEST_FILE = 1024 * 1024;

/** Reads a file where this program runs. */
export const readLocalText: ReadText = async (path) => {
  try {
    const about = await stat(path);
    // Reading a pipe would wait for somebody to write into it.
    if (!about.isFile()) throw new CloudsFileError(path, 'unreadable', 'EISDIR');
    if (about.size > LARGEST_FILE) throw new CloudsFileError(path, 'tooLarge');
    return {
      text: await readFile(path, 'utf8'),
      // Windows has no such bits.
      worldReadable: process.platform !== 'win32' && (about.mode & 0o004) !== 0,
    };
  } catch (error) {
    if (error instanceof CloudsFileError) throw error;
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new CloudsFileError(path, 'unreadable', code);
  }
};

function codeOf(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'UNKNOWN';
}
