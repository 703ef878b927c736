import { tokenProblem } from '../api/token';
import { fieldsOf, present, textOrNone, timeOrNone } from '../base/fields';
import type { Issuer } from './issuer';
import type { Secret } from './secretVault';
import { readCredential, storedCredential } from './storedCredential';

/** A secret as it was stored; `undefined` where it holds no token that could be sent. */
export function readSecret(text: string): Secret | undefined {
  const { base, movedFrom, token, issued, expires, issuer, given, renewed, renewal } = fieldsOf(parsed(text));
  if (typeof base !== 'string' || typeof token !== 'string' || tokenProblem(token) !== undefined) {
    return undefined;
  }
  return present({
    base,
    movedFrom: textOrNone(movedFrom),
    token,
    issued: timeOrNone(issued),
    expires: timeOrNone(expires),
    issuer: readIssuer(issuer),
    given: timeOrNone(given),
    renewed: renewed === true || undefined,
    renewal: readRenewal(renewal),
  });
}

/** As it is stored. */
export function secretText({ renewal, ...secret }: Secret): string {
  const credential = renewal && storedCredential(renewal.credential);
  return JSON.stringify({ ...secret, renewal: renewal && { ...renewal, credential } });
}

function readIssuer(stored: unknown): Issuer | undefined {
  const { identity, version } = fieldsOf(stored);
  const isIssuer = typeof identity === 'string' && URL.canParse(identity);
  return isIssuer && (version === 'v2.0' || version === 'v3') ? { identity, version } : undefined;
}

/** What would get the next token; without it the user is asked when this one has ended. */
function readRenewal(stored: unknown): Secret['renewal'] {
  const { identity, credential } = fieldsOf(stored);
  const read = readCredential(credential);
  return typeof identity === 'string' && read !== undefined ? { identity, credential: read } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
