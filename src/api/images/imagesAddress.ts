import { baseAddress } from '../endpoint';
import type { IssuedToken } from '../identity/issuedToken';
import type { ImagesEndpoint } from './imagesEndpoint';
import type { ImagesAddress } from './imagesService';

/** An endpoint with the project where a placeholder stands for it. */
export function withProject(
  endpoint: ImagesEndpoint,
  project: IssuedToken['project'],
): ImagesEndpoint | 'lacksTenant' {
  // Image v2 has no project in its addresses.
  if (!endpoint.lacksTenant || endpoint.service === 'image') return endpoint;
  return project === undefined ? 'lacksTenant' : { ...endpoint, tenant: project.id, lacksTenant: false };
}

/**
 * Where images may be had at an endpoint that does not lack its tenant, in the order in which that is tried: nothing of the
 * text that it was read from is used from here on.
 */
export function addressesOf(endpoint: ImagesEndpoint): readonly [ImagesAddress, ...ImagesAddress[]] {
  // An old catalogue may name v1, which has the same root.
  const ofImage = { base: `${endpoint.root}/v2`, service: 'image' } as const;
  switch (endpoint.service) {
    case 'image':
      return [ofImage];
    case 'compute':
      return [ofCompute(endpoint)];
    case undefined:
      return [ofImage, ofCompute(endpoint)];
  }
}

function ofCompute(endpoint: ImagesEndpoint): ImagesAddress {
  const { version, tenant, root } = endpoint;
  return { base: version === undefined && tenant === undefined ? root : baseAddress(endpoint, tenant) };
}
