import { posix, win32 } from 'node:path';
import type { Trust } from '../../api/http/trust';
import { isNo, isYes, textOf, type CloudFields } from './cloudFields';
import { expandHome } from './cloudsPlaces';
import { filledText } from './filledText';

/** Where the paths of a cloud are seen from. */
export interface PathContext {
  /** What a relative path belongs to. */
  readonly directory: string;
  readonly home: string;
  readonly platform: NodeJS.Platform;
}

/** Certificates are always checked: whoever has an authority of their own names it. */
export function switchesChecksOff(fields: CloudFields): boolean {
  return isNo(textOf(fields, 'verify')) || isYes(textOf(fields, 'insecure'));
}

/** The certificate authority and the client certificate. `verify` may name the authority too. */
export function cloudTrust(fields: CloudFields, paths: PathContext): Trust {
  const at = (path: string) =>
    (paths.platform === 'win32' ? win32 : posix).resolve(paths.directory, expandHome(path, paths));
  const cacert = filledText(fields, 'cacert', ...(isYes(textOf(fields, 'verify')) ? [] : ['verify']));
  const cert = filledText(fields, 'cert');
  return {
    ...(cacert !== undefined && { cacert: at(cacert) }),
    ...(cert !== undefined && {
      // Without a file of its own, the key stands in the same one.
      clientCertificate: { cert: at(cert), key: at(filledText(fields, 'key') ?? cert) },
    }),
  };
}
