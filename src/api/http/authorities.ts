import { X509Certificate } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The authorities of all the world's web servers take a quarter of a mebibyte. */
const LARGEST_FILE = 8 * 1024 * 1024;

const PEM = /-----BEGIN ((?:TRUSTED |X509 )?CERTIFICATE)-----[^-]*-----END \1-----/g;

/**
 * The certificates of a file, PEM with one or many or DER, or of all files of a folder, whether OpenSSL hashed their
 * names or not. Each once and as PEM; none where nothing can be read.
 */
export async function authoritiesAt(path: string): Promise<readonly string[]> {
  const names = await readdir(path).catch(() => undefined);
  const files = names?.map((name) => join(path, name)) ?? [path];
  const found = await Promise.all(files.map(certificatesOf));
  return [...new Set(found.flat())];
}

async function certificatesOf(file: string): Promise<readonly string[]> {
  try {
    const about = await stat(file);
    // Reading a pipe would wait for somebody to write into it.
    if (!about.isFile() || about.size > LARGEST_FILE) return [];
    const bytes = await readFile(file);
    const blocks = bytes.toString('latin1').match(PEM);
    return blocks ?? [new X509Certificate(bytes).toString()];
  } catch {
    return [];
  }
}
