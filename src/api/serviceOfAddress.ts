import { isWebAddress, parseEndpoint, unquote } from './endpoint';
import { parseIdentityAddress } from './identity/identityAddress';
import { isOfCompute } from './images/compute/computeVersion';

/** The services of OpenStack that addresses are recognised of; `other` is one of the rest, such as Block Storage. */
export type Service = 'identity' | 'compute' | 'image' | 'other';

/** Which service an address is of, as far as it shows: nobody is asked. `undefined` where it may be any, or is no address. */
export function serviceOfAddress(text: string): Service | undefined {
  const typed = unquote(text);
  const endpoint = parseEndpoint(typed);
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const isAny = typeof endpoint === 'object' || typeof parseIdentityAddress(typed) === 'object';
  if (!isAny || !isWebAddress(address)) return undefined;
  const { pathname, hostname, port } = new URL(address);
  const [, word = ''] = /^([a-z]+)(?:[-.\d]|$)/.exec(hostname) ?? [];
  const named = serviceOf(PATHS, pathname) ?? PORTS[port] ?? serviceOf(HOSTS, word);
  if (named !== undefined || AMBIGUOUS_PORTS.test(port)) return named;
  if (typeof endpoint === 'object' && isOfCompute(endpoint)) return 'compute';
  return serviceOf(VERSIONS, pathname);
}

type Signs = readonly (readonly [RegExp, Service])[];

function serviceOf(signs: Signs, text: string): Service | undefined {
  return signs.find(([pattern]) => pattern.test(text))?.[1];
}

/** Names of the rest, by their types and by their projects. */
const OTHERS =
  'volumes?|volumev|block|cinder|network(?:ing)?|neutron|placement|object|swift|storage|dns|designate|load|octavia' +
  '|share|sharev|manila|database|trove|orchestration|heat|baremetal|ironic|magnum|barbican|account|mail';

const THEN_VERSION = '(?:/v\\d[^/]*(?:/.*)?)?/?$';

const PATHS: Signs = [
  [/\/tokens\/?$|\/(?:identity|keystone)(?:\/|$)/, 'identity'],
  [/\/images\/detail\/?$|^\/(?:compute|nova)(?:\/|$)/, 'compute'],
  [/^\/(?:image|glance)(?:\/|$)/, 'image'],
  [new RegExp(`^/(?:${OTHERS})(?:[-\\d][^/]*)?(?:/|$)`), 'other'],
  // Below whatever a proxy has before it, they stand right before the version, or last.
  [new RegExp(`/(?:compute|nova)${THEN_VERSION}`), 'compute'],
  [new RegExp(`/(?:image|glance)${THEN_VERSION}`), 'image'],
  [new RegExp(`/(?:${OTHERS})(?:v?\\d|-[^/]*)?${THEN_VERSION}`), 'other'],
  // What only others have below a version, with or without a project.
  [
    /\/v\d[^/]*(?:\/[^/]+)?\/(?:volumes|networks|subnets|ports|routers|floatingips|loadbalancers|shares|stacks|zones)(?:[/.]|$)/,
    'other',
  ],
];

/** The first word of the name, as of ConoHa's hosts: `identity.tyo1.conoha.io`, `image-service.c3j1.conoha.io`. */
const HOSTS: Signs = [
  [/^(?:identity|keystone|auth|iam)$/, 'identity'],
  [/^(?:compute|nova)$/, 'compute'],
  [/^(?:images?|glance)$/, 'image'],
  [new RegExp(`^(?:${OTHERS})$`), 'other'],
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
  // Orchestration, Block Storage, Placement, databases, shares, clusters, Network and load balancers.
  ...Object.fromEntries(
    [8004, 8776, 8778, 8779, 8786, 9511, 9696, 9876, 13004, 13776, 13778, 13779, 13786, 13696, 13876].map(
      (port) => [port, 'other'] as const,
    ),
  ),
};

/** Of others as well, but not of them alone: a version does not tell them there. */
const AMBIGUOUS_PORTS = /^(?:8000|8780|9001|13005|13001)$/;

/** `/v2` alone is of any service. */
const VERSIONS: Signs = [
  [/\/v3\/?$|\/v2\.0\/?$/, 'identity'],
  [/\/v2\/images(?:\/|$)/, 'image'],
];
