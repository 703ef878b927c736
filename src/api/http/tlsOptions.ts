import { readFile, stat } from 'node:fs/promises';
import { createSecureContext, rootCertificates } from 'node:tls';
import { LARGEST_FILE } from '../../base/longest';
import { authoritiesAt } from './authorities';
import type { ClientCertificate, Trust } from './trust';

/** As a request of Node takes them. */
export interface TlsOptions {
  readonly ca?: readonly string[];
  readonly cert?: string;
  readonly key?: string;
}

/** A client certificate that cannot be used. Nothing of the files is in it. */
export class ClientCertificateError extends Error {
  constructor(
    readonly path: string,
    /** The system's or the TLS library's word for it. */
    readonly code: string,
  ) {
    super(code);
  }
}

interface Loaded {
  readonly stamp: string;
  readonly options: TlsOptions;
}

const loaded = new WeakMap<Trust, Loaded>();

/**
 * What the files of an account say, read anew when one of them has changed or appeared.
 * @param anew although none has, as far as its time and size tell: a file in a folder of authorities may have
 * @throws {ClientCertificateError}
 */
export async function tlsOptions(trust: Trust, anew = false): Promise<TlsOptions> {
  const stamp = await stampOf(trust);
  const before = loaded.get(trust);
  if (before?.stamp === stamp && !anew) return before.options;
  const options = {
    ...(trust.cacert !== undefined && (await authorityOptions(trust.cacert))),
    ...(trust.clientCertificate && (await clientOptions(trust.clientCertificate))),
  };
  const isSame = JSON.stringify(options) === JSON.stringify(before?.options);
  const now = isSame && before !== undefined ? before.options : options;
  loaded.set(trust, { stamp, options: now });
  return now;
}

/** With `ca` the usual authorities count no longer, unless they stand there, too. */
async function authorityOptions(path: string): Promise<TlsOptions> {
  const own = await authoritiesAt(path);
  return own.length === 0 ? {} : { ca: [...rootCertificates, ...own] };
}

async function clientOptions({ cert, key }: ClientCertificate): Promise<TlsOptions> {
  const options = { cert: await pemText(cert), key: await pemText(key) };
  try {
    createSecureContext(options);
  } catch (error) {
    throw new ClientCertificateError(cert, codeOf(error));
  }
  return options;
}

/** A certificate or a key is a few kilobytes; reading a pipe would wait for somebody to write into it. */
async function pemText(path: string): Promise<string> {
  try {
    const about = await stat(path);
    if (!about.isFile()) throw new ClientCertificateError(path, 'EISDIR');
    if (about.size > LARGEST_FILE) throw new ClientCertificateError(path, 'EFBIG');
    return await readFile(path, 'latin1');
  } catch (error) {
    if (error instanceof ClientCertificateError) throw error;
    throw new ClientCertificateError(path, codeOf(error));
  }
}

async function stampOf({ cacert, clientCertificate }: Trust): Promise<string> {
  const paths = [cacert, clientCertificate?.cert, clientCertificate?.key];
  return (await Promise.all(paths.map(stampOfFile))).join();
}

async function stampOfFile(path: string | undefined): Promise<string> {
  if (path === undefined) return 'unset';
  const about = await stat(path).catch(() => undefined);
  return about === undefined ? 'none' : `${about.mtimeMs} ${about.size} ${about.ino}`;
}

function codeOf(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'UNKNOWN';
}
