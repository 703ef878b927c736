import { parseEndpoint, type EndpointProblem } from '../endpoint';
import type { IdentityVersion } from './credential';

/** The address of an identity service as a user gave it, taken apart. */
export interface IdentityAddress {
  /** Origin and any path before the version, without a trailing slash: `https://identity.tyo1.conoha.io`. */
  readonly root: string;
  /** `undefined` when the address named none. */
  readonly version: IdentityVersion | undefined;
}

/**
 * Takes an identity address in any of the forms people have: with or without scheme, version, a trailing slash, or the
 * whole address that tokens are asked from. https only, except for this machine.
 */
export function parseIdentityAddress(text: string): IdentityAddress | EndpointProblem {
  const endpoint = parseEndpoint(text.replace(/(\/auth)?\/tokens\/?(?=["'`>,;\s]*$)/, ''));
  if (typeof endpoint === 'string') return endpoint;
  const { root, version } = endpoint;
  if (version === 'v3') return { root, version };
  return { root, version: version === undefined ? undefined : 'v2.0' };
}
