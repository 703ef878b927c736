import { baseAddress, parseEndpoint, type Endpoint, type EndpointProblem } from '../../endpoint';
import type { ComputeEndpoint, EndpointInterface, IssuedToken } from '../../identity/issuedToken';

/** Where the images are to be looked for, as far as it is said: an address stands above the service catalogue. */
export interface WantedEndpoint {
  readonly base?: string;
  readonly regions?: readonly string[];
  /** `public` if absent. */
  readonly interface?: EndpointInterface;
}

/** An endpoint with the project where a placeholder stands for it. */
export function withProject(endpoint: Endpoint, project: IssuedToken['project']): Endpoint | 'lacksTenant' {
  if (!endpoint.lacksTenant) return endpoint;
  return project === undefined ? 'lacksTenant' : { ...endpoint, tenant: project.id, lacksTenant: false };
}

/** The address before `/images` as it is asked, of an endpoint that does not lack its tenant. */
export function imagesBase(endpoint: Endpoint): string {
  return endpoint.version === undefined ? endpoint.root : baseAddress(endpoint, endpoint.tenant);
}

/**
 * The address before `/images` in a text, as it is asked: nothing of the text itself is used from here on.
 * @param project put where a placeholder stands for it
 */
export function computeAddress(
  text: string,
  project: IssuedToken['project'],
): { readonly base: string } | EndpointProblem | 'lacksTenant' {
  const endpoint = parseEndpoint(text);
  if (typeof endpoint === 'string') return endpoint;
  const whole = withProject(endpoint, project);
  return typeof whole === 'string' ? whole : { base: imagesBase(whole) };
}

/** Addresses of the service catalogue that may be meant, or why none is. */
export type ComputeChoice =
  | {
      /** At least one, as they are asked; one that lacks its tenant, or is wanted, may be none yet. */
      readonly candidates: readonly ComputeEndpoint[];
    }
  | { readonly problem: 'noCompute' }
  /** None of the wanted regions is there, but these are, by name and each once. */
  | { readonly problem: 'otherRegions'; readonly regions: readonly string[] }
  /** The wanted interface has no address, but others have; as they are asked. */
  | { readonly problem: 'otherInterfaces'; readonly endpoints: readonly ComputeEndpoint[] }
  /** To all of these the token would be shown on the way; as they stand in the catalogue. */
  | { readonly problem: 'onlyHttp'; readonly endpoints: readonly ComputeEndpoint[] };

/** The addresses that images may be looked for at: the one that is wanted, or else those of the service catalogue. */
export function computeCandidates(
  { endpoints, project }: Pick<IssuedToken, 'endpoints' | 'project'>,
  { base, regions = [], interface: wanted = 'public' }: WantedEndpoint,
): ComputeChoice {
  if (base !== undefined) {
    return { candidates: [{ region: '', interface: wanted, url: addressOr(base, project) }] };
  }
  const asked = (all: readonly ComputeEndpoint[]) =>
    all.filter(isUsable).map((endpoint) => ({ ...endpoint, url: addressOr(endpoint.url, project) }));
  const there = endpoints.filter(({ region }) => regions.length === 0 || regions.includes(region));
  const meant = there.filter((endpoint) => endpoint.interface === wanted);
  const candidates = asked(meant);
  if (candidates.length > 0) return { candidates };
  if (endpoints.length === 0) return { problem: 'noCompute' };
  if (there.length === 0) {
    return { problem: 'otherRegions', regions: [...new Set(endpoints.map(({ region }) => region))] };
  }
  const others = asked(there.filter((endpoint) => endpoint.interface !== wanted));
  if (meant.length === 0 && others.length > 0) return { problem: 'otherInterfaces', endpoints: others };
  const http = there.filter(({ url }) => parseEndpoint(url) === 'notHttps');
  if (http.length > 0) return { problem: 'onlyHttp', endpoints: http };
  return others.length > 0 ? { problem: 'otherInterfaces', endpoints: others } : { problem: 'noCompute' };
}

function isUsable({ url }: ComputeEndpoint): boolean {
  return typeof parseEndpoint(url) !== 'string';
}

function addressOr(text: string, project: IssuedToken['project']): string {
  const address = computeAddress(text, project);
  return typeof address === 'string' ? text : address.base;
}
