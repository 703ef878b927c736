import { isWebAddress, parseEndpoint, unquote } from './endpoint';
import { parseIdentityAddress } from './identity/identityAddress';

/** The services of OpenStack that addresses are recognised of. */
export type Service = 'identity' | 'compute' | 'image';

/**
 * Which service an address is of, as far as it shows: nobody is asked. `undefined` where it may be any, is of yet another
 * service, or is no address.
 */
export function serviceOfAddress(text: string): Service | undefined {
  const typed = unquote(text);
  const read = [parseEndpoint(typed), parseIdentityAddress(typed)];
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (read.every((one) => typeof one === 'string') || !isWebAddress(address)) return undefined;
  const { pathname, hostname, port } = new URL(address);
  const [, word = ''] = /^([a-z]+)(?:[-.\d]|$)/.exec(hostname) ?? [];
  const known = serviceOf(PATHS, pathname) ?? serviceOf(HOSTS, word) ?? PORTS[port];
  if (known !== undefined || port !== '') return known;
  return OTHERS.test(word) ? undefined : serviceOf(VERSIONS, pathname);
}

type Signs = readonly (readonly [RegExp, Service])[];

function serviceOf(signs: Signs, text: string): Service | undefined {
  return signs.find(([pattern]) => pattern.test(text))?.[1];
}

const PATHS: Signs = [
  [/\/tokens\/?$|\/(?:identity|keystone)(?:\/|$)/, 'identity'],
  [/\/images\/detail\/?$|^\/(?:compute|nova)(?:\/|$)/, 'compute'],
  [/^\/(?:image|glance)(?:\/|$)/, 'image'],
];

/** The first word of the name, as of ConoHa's hosts: `identity.tyo1.conoha.io`, `image-service.c3j1.conoha.io`. */
const HOSTS: Signs = [
  [/^(?:identity|keystone|auth|iam)$/, 'identity'],
  [/^(?:compute|nova)$/, 'compute'],
  [/^(?:images?|glance)$/, 'image'],
];

const PORTS: Readonly<Record<string, Service>> = {
  5000: 'identity',
  35357: 'identity',
  8774: 'compute',
  9292: 'image',
};

/** `/v2` alone is of any service. */
const VERSIONS: Signs = [
  [/\/v3\/?$|\/v2\.0\/?$/, 'identity'],
  [/\/v2\.[1-9]\d*(?:\/|$)|\/v2\/[0-9a-f]{32}(?:\/|$)/, 'compute'],
  [/\/v2\/images(?:\/|$)/, 'image'],
];

/** Services with versions of the same names. */
const OTHERS =
  /^(?:volumes?|block|cinder|network(?:ing)?|neutron|object|swift|dns|load|account|database|mail|heat)$/;
