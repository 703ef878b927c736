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
  const known = serviceOf(PATHS, pathname) ?? PORTS[port] ?? serviceOf(HOSTS, word);
  return known ?? (OTHERS.test(word) || OTHER_PORTS.test(port) ? undefined : serviceOf(VERSIONS, pathname));
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

/** Those of OpenStack's own, and with 13 before them those that TripleO gives them for TLS. */
const PORTS: Readonly<Record<string, Service>> = {
  5000: 'identity',
  35357: 'identity',
  13000: 'identity',
  8774: 'compute',
  13774: 'compute',
  9292: 'image',
  13292: 'image',
};

/** Of services with versions of the same names: volumes, networks, load balancers, shares, placement and the like. */
const OTHER_PORTS =
  /^(?:8(?:000|004|776|778|779|780|786)|9(?:001|511|696|876)|13(?:004|005|776|778|779|786|001|696|876))$/;

/** `/v2` alone is of any service. */
const VERSIONS: Signs = [
  [/\/v3\/?$|\/v2\.0\/?$/, 'identity'],
  [/\/v2\.[1-9]\d*(?:\/|$)|\/v2\/[0-9a-f]{32}(?:\/|$)/, 'compute'],
  [/\/v2\/images(?:\/|$)/, 'image'],
];

/** Services with versions of the same names. */
const OTHERS =
  /^(?:volumes?|block|cinder|network(?:ing)?|neutron|object|swift|dns|load|account|database|mail|heat)$/;
