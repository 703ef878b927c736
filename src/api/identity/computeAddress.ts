import { baseAddress, parseEndpoint, type EndpointProblem } from '../endpoint';
import type { ComputeEndpoint, IssuedToken } from './issuedToken';

/** Where the images are to be looked for, as far as it is said: an address stands above the service catalogue. */
export interface WantedEndpoint {
  readonly base?: string;
  readonly regions?: readonly string[];
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
  const tenant = endpoint.lacksTenant ? project?.id : (endpoint.tenant ?? '');
  if (tenant === undefined) return 'lacksTenant';
  return { base: endpoint.version === undefined ? endpoint.root : baseAddress(endpoint, tenant) };
}

/** The addresses that may be meant, as they are asked; one that lacks its tenant, or is wanted, may be none yet. */
export function computeCandidates(
  { endpoints, project }: Pick<IssuedToken, 'endpoints' | 'project'>,
  { base, regions = [] }: WantedEndpoint,
): readonly ComputeEndpoint[] {
  if (base !== undefined) return [{ region: '', url: addressOr(base, project) }];
  return endpoints
    .filter(
      ({ region, url }) =>
        (regions.length === 0 || regions.includes(region)) && typeof parseEndpoint(url) !== 'string',
    )
    .map(({ region, url }) => ({ region, url: addressOr(url, project) }));
}

function addressOr(text: string, project: IssuedToken['project']): string {
  const address = computeAddress(text, project);
  return typeof address === 'string' ? text : address.base;
}
