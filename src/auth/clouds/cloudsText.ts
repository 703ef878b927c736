import { readFile, stat } from 'node:fs/promises';
import { fieldsOf } from '../../base/fields';
import { LARGEST_FILE } from '../../base/longest';
import { CloudsFileError } from './cloudsFileError';

/** The text of a file, and whether every user of this machine can read it. */
export interface CloudsText {
  readonly text: string;
  readonly worldReadable: boolean;
}

/**
 * Gives the text of a file, or `undefined` when there is none.
 * @throws {CloudsFileError} when it cannot be read
 */
export type ReadText = (path: string) => Promise<CloudsText | undefined>;

/** Reads a file where this program runs. */
export const readLocalText: ReadText = async (path) => {
  try {
    const about = await stat(path);
    // Reading a pipe would wait for somebody to write into it.
    if (!about.isFile()) throw new CloudsFileError(path, 'notAFile');
    if (about.size > LARGEST_FILE) throw new CloudsFileError(path, 'tooLarge');
    return {
      text: decodedText(path, await readFile(path)),
      // Windows has no such bits.
      worldReadable: process.platform !== 'win32' && (about.mode & 0o004) !== 0,
    };
  } catch (error) {
    const failure = readFailure(path, error);
    if (failure.fault === 'missing') return undefined;
    throw failure;
  }
};

/**
 * The text in the bytes of a file, in UTF-8 or UTF-16: more may have come than its size has said.
 * @throws {CloudsFileError} when there are too many
 */
export function decodedText(path: string, bytes: Uint8Array): string {
  if (bytes.byteLength > LARGEST_FILE) throw new CloudsFileError(path, 'tooLarge');
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** PowerShell's `>` writes UTF-16. What these files begin with has one byte of each pair empty. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

const FAULTS: Readonly<Record<string, CloudsFileError['fault']>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  EISDIR: 'notAFile',
  FileNotFound: 'missing',
  FileNotADirectory: 'missing',
  NoPermissions: 'noPermission',
  FileIsADirectory: 'notAFile',
};

/** Why a file is not read, of what the system or the editor has thrown: by its code alone, since words may be secrets. */
export function readFailure(path: string, error: unknown): CloudsFileError {
  if (error instanceof CloudsFileError) return error;
  const { code } = fieldsOf(error);
  const word = typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : 'Unknown';
  const fault = Object.hasOwn(FAULTS, word) ? FAULTS[word] : undefined;
  return fault === undefined
    ? new CloudsFileError(path, 'unreadable', word)
    : new CloudsFileError(path, fault);
}
