import { parseEndpoint } from '../endpoint';
import type { EndpointInterface, IssuedToken, ServiceEndpoint } from '../identity/issuedToken';
import { addressesOf, withProject } from './imagesAddress';
import { endpointOf } from './imagesEndpoint';
import type { ImagesService } from './imagesService';

/** Where the images of a service are to be looked for, as far as it is said: an address stands above the service catalogue. */
export interface WantedService {
  readonly base?: string;
  readonly regions?: readonly string[];
  /** `public` if absent. */
  readonly interface?: EndpointInterface;
}

/** The same for each service. Where one has an address, and the other none, that is the service that is meant. */
export interface WantedServices extends Readonly<Partial<Record<ImagesService, WantedService>>> {
  /** Nothing but this one is looked for. */
  readonly only?: ImagesService;
}

/** An address that may be meant, as it is asked; one that lacks its tenant, or is wanted, may be none yet. */
export interface ImagesCandidate extends ServiceEndpoint {
  /** What the catalogue has for Compute in the same place: the images are there where this proves to be no image service. */
  readonly otherwise?: ServiceEndpoint;
}

/** Addresses of the service catalogue that may be meant, or why none is. */
export type ServiceChoice =
  /** At least one. */
  | { readonly candidates: readonly ImagesCandidate[] }
  | { readonly problem: 'noService' }
  /** None of the wanted regions is there, but these are, by name and each once. */
  | { readonly problem: 'otherRegions'; readonly regions: readonly string[] }
  /** The wanted interface has no address, but others have; as they are asked. */
  | { readonly problem: 'otherInterfaces'; readonly endpoints: readonly ServiceEndpoint[] }
  /** To all of these the token would be shown on the way; as they stand in the catalogue. */
  | { readonly problem: 'onlyHttp'; readonly endpoints: readonly ServiceEndpoint[] };

type CatalogToken = Pick<IssuedToken, 'endpoints' | 'project'>;

/**
 * The addresses that images may be looked for at: the one that is wanted, or else those of the service that the catalogue
 * has first.
 */
export function chooseService(issued: CatalogToken, wanted: WantedServices): ServiceChoice {
  const services = servicesOf(issued, wanted);
  const [first, second] = services.map((service) => candidatesOf(service, issued, wanted[service] ?? {}));
  if (first === undefined) return { problem: 'noService' };
  if ('problem' in first) return second !== undefined && 'candidates' in second ? second : first;
  if (services[0] !== 'image' || second === undefined || 'problem' in second) return first;
  const others = second.candidates;
  return {
    candidates: first.candidates.map((candidate) => {
      const otherwise = others.find(({ region }) => region === candidate.region);
      return otherwise === undefined ? candidate : { ...candidate, otherwise };
    }),
  };
}

/** Those that are looked for, the likelier first. */
function servicesOf(
  { endpoints }: CatalogToken,
  { only, image, compute }: WantedServices,
): readonly ImagesService[] {
  if (only !== undefined) return [only];
  if (image?.base !== undefined) return compute?.base === undefined ? ['image'] : ['image', 'compute'];
  if (compute?.base !== undefined) return ['compute'];
  return [...new Set(endpoints.map(({ service }) => service))];
}

function candidatesOf(
  service: ImagesService,
  { endpoints: all, project }: CatalogToken,
  { base, regions = [], interface: wanted = 'public' }: WantedService,
): ServiceChoice {
  if (base !== undefined) {
    return {
      candidates: [{ service, region: '', interface: wanted, url: addressOr(service, base, project) }],
    };
  }
  const endpoints = all.filter((endpoint) => endpoint.service === service);
  const asked = (some: readonly ServiceEndpoint[]): readonly ServiceEndpoint[] =>
    some
      .filter(isUsable)
      .map((endpoint) => ({ ...endpoint, url: addressOr(service, endpoint.url, project) }));
  const there = endpoints.filter(({ region }) => regions.length === 0 || regions.includes(region));
  const meant = there.filter((endpoint) => endpoint.interface === wanted);
  const candidates = asked(meant);
  if (candidates.length > 0) return { candidates };
  if (endpoints.length === 0) return { problem: 'noService' };
  if (there.length === 0) {
    return { problem: 'otherRegions', regions: [...new Set(endpoints.map(({ region }) => region))] };
  }
  const others = asked(there.filter((endpoint) => endpoint.interface !== wanted));
  if (meant.length === 0 && others.length > 0) return { problem: 'otherInterfaces', endpoints: others };
  const http = there.filter(({ url }) => parseEndpoint(url) === 'notHttps');
  if (http.length > 0) return { problem: 'onlyHttp', endpoints: http };
  return others.length > 0 ? { problem: 'otherInterfaces', endpoints: others } : { problem: 'noService' };
}

function isUsable({ url }: ServiceEndpoint): boolean {
  return typeof parseEndpoint(url) !== 'string';
}

function addressOr(service: ImagesService, text: string, project: IssuedToken['project']): string {
  const endpoint = endpointOf(service, text);
  const whole = typeof endpoint === 'string' ? endpoint : withProject(endpoint, project);
  return typeof whole === 'string' ? text : addressesOf(whole)[0].base;
}
