import { isTooLong } from '../../base/longest';
import * as LONGEST from '../../base/longestText';
import {
  readImagesEndpoint,
  type ImagesEndpoint,
  type ImagesEndpointProblem,
} from '../images/imagesEndpoint';
import { parseEndpoint, unquote, type Endpoint, type EndpointProblem } from '../endpoint';
import { namesHost } from '../namesHost';
import { serviceOfAddress } from '../serviceOfAddress';
import { parseIdentityAddress, type IdentityAddress } from '../identity/identityAddress';

/** An address that was pasted or typed: of an identity service, or of another. */
export type PastedAddress =
  | { readonly kind: 'endpoint'; readonly address: string; readonly endpoint: ImagesEndpoint }
  | { readonly kind: 'endpoint'; readonly address: string; readonly problem: ImagesEndpointProblem }
  | { readonly kind: 'identity'; readonly address: string; readonly identity: IdentityAddress }
  | { readonly kind: 'identity'; readonly address: string; readonly problem: EndpointProblem };

/** Takes an address with or without its scheme. @returns `undefined` where the text is a word, and no address */
export function readAddress(text: string): PastedAddress | undefined {
  const trimmed = text.trim();
  const address = isTooLong(trimmed, LONGEST.address) ? trimmed : unquote(trimmed);
  if (!isAddress(address)) return undefined;
  const identity = parseIdentityAddress(address);
  const endpoint = parseEndpoint(address);
  if (typeof endpoint === 'string') return { kind: 'endpoint', address, problem: endpoint };
  if (typeof identity === 'string') return { kind: 'identity', address, problem: identity };
  if (isIdentity(address, endpoint)) return { kind: 'identity', address, identity };
  const images = readImagesEndpoint(address);
  return typeof images === 'string'
    ? { kind: 'endpoint', address, problem: images }
    : { kind: 'endpoint', address, endpoint: images };
}

const BEGINS_WITH_SCHEME = /^[a-z][a-z0-9+.-]*:\/|^(?:https?|wss?|ftps?|file):/i;
const HOST_ALONE = /^[^\s:/?#[\]]+(?=[/?#]|$)/;
/** `clouds.yaml` and `project-openrc.sh` are files, `3.0` and `v2.1` versions. */
const FILE = /\.(?:ya?ml|json|txt|ps1|bat|cmd|pem|crt|env)$|openrc(?:\.\w+)?$/i;
const ENDS_IN_NUMBER = /\.\d+$/;
const IP = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/**
 * Whether a text is an address: it has a scheme, or it begins with a host that has a dot or a port. Words that narrow a
 * list are none.
 */
export function isAddress(text: string): boolean {
  // As browsers take full-width letters and the ideographic full stop.
  const plain = text.normalize('NFKC').replaceAll('。', '.');
  if (/\s/.test(plain)) return false;
  if (BEGINS_WITH_SCHEME.test(plain)) return true;
  if (!namesHost(plain)) return false;
  const [host] = HOST_ALONE.exec(plain) ?? [];
  if (host === undefined) return true;
  return !FILE.test(host) && (!ENDS_IN_NUMBER.test(host) || IP.test(host));
}

function isIdentity(address: string, { tenant, lacksTenant }: Endpoint): boolean {
  if (/\/tokens\/?$/.test(address)) return true;
  return tenant === undefined && !lacksTenant && serviceOfAddress(address) === 'identity';
}
