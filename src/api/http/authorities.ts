import { X509Certificate } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** In bytes, also of all files of a folder: the authorities of all the world's web servers take a quarter of a mebibyte. */
const LARGEST = 8 * 1024 * 1024;

/** A folder of them holds each in a file and, linked by its hash, once more; another may hold anything. */
const MOST_FILES = 2048;

const PEM = /-----BEGIN ((?:TRUSTED |X509 )?CERTIFICATE)-----[^-]*-----END \1-----/g;

/**
 * The certificates of a file, PEM with one or many or DER, or of all files of a folder, whether OpenSSL hashed their
 * names or not. Each once and as PEM; none where nothing can be read, or far too much.
 */
export async function authoritiesAt(path: string): Promise<readonly string[]> {
  const names = await readdir(path).catch(() => undefined);
  if (names !== undefined && names.length > MOST_FILES) return [];
  const found = new Set<string>();
  let size = 0;
  for (const file of names?.map((name) => join(path, name)) ?? [path]) {
    const bytes = await bytesOf(file);
    size += bytes.length;
    if (size > LARGEST) return [];
    for (const certificate of certificatesIn(bytes)) found.add(certificate);
  }
  return [...found];
}

/** Nothing of what is no file, cannot be read, or is too large. */
async function bytesOf(path: string): Promise<Buffer> {
  try {
    const about = await stat(path);
    // Reading a pipe would wait for somebody to write into it.
    const isRead = about.isFile() && about.size <= LARGEST;
    return isRead ? await readFile(path) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}

function certificatesIn(bytes: Buffer): readonly string[] {
  const blocks = bytes.toString('latin1').match(PEM);
  if (blocks !== null) return blocks;
  try {
    return [new X509Certificate(bytes).toString()];
  } catch {
    return [];
  }
}
