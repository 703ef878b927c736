import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Trust } from '../../src/api/http/trust';
import { temporaryFolder } from '../hosts/temporaryFolder';
import type { Certificate } from '../server/index';

/** Trusts a certificate that is its own authority, by a file of its own. */
export function trusting({ cert }: Certificate): Trust & { readonly cacert: string } {
  return { cacert: written('authority.pem', cert) };
}

/** Shows a certificate to the server. */
export function showing({ cert, key }: Certificate): Required<Pick<Trust, 'clientCertificate'>> {
  return { clientCertificate: { cert: written('client.pem', cert), key: written('client.key', key) } };
}

/** The path of a new file. */
export function written(name: string, content: string | Buffer): string {
  const path = join(temporaryFolder('trust'), name);
  writeFileSync(path, content);
  return path;
}
