import { parseEndpoint, type Endpoint, type EndpointProblem } from '../endpoint';
import { serviceOfAddress } from '../serviceOfAddress';
import { isComputeVersion, needsTenant } from './compute/computeVersion';
import type { ImagesService } from './imagesService';

/** An endpoint of a service of images. */
export interface ImagesEndpoint extends Endpoint {
  /** Where its address does not show which it is of, its server tells. */
  readonly service: ImagesService | undefined;
}

/** Why a text is no endpoint of a service of images, be it one of another service. */
export type ImagesEndpointProblem =
  | EndpointProblem
  /** Of an identity service. */
  | 'ofIdentity'
  /** Of another service, such as Block Storage or Network. */
  | 'ofOther'
  /** With a version that services of images never had: of whatever service. */
  | 'otherVersion';

/**
 * An endpoint that a token may be sent to for images, by what its address says: nobody is asked. One that shows to be of
 * another service is none.
 */
export function readImagesEndpoint(text: string): ImagesEndpoint | ImagesEndpointProblem {
  const endpoint = parseEndpoint(text);
  if (typeof endpoint === 'string') return endpoint;
  const service = serviceOfAddress(text);
  switch (service) {
    case 'identity':
      return 'ofIdentity';
    case 'other':
      return 'ofOther';
    case 'image':
      return { ...endpoint, service };
    case 'compute':
    case undefined: {
      const { version, tenant, lacksTenant } = endpoint;
      if (version !== undefined && !isComputeVersion(version)) return 'otherVersion';
      // The other service has no tenants in its addresses.
      const isOfTenant = tenant !== undefined || lacksTenant;
      return { ...endpoint, service: isOfTenant ? 'compute' : service };
    }
  }
}

/** An endpoint that a service catalogue or a setting has for a service, whatever it looks like. */
export function endpointOf(service: ImagesService, text: string): ImagesEndpoint | EndpointProblem {
  const endpoint = parseEndpoint(text);
  return typeof endpoint === 'string' ? endpoint : { ...endpoint, service };
}

/** Whether nothing can be asked there before a tenant is known. */
export function wantsTenant(endpoint: ImagesEndpoint): boolean {
  return endpoint.service !== 'image' && needsTenant(endpoint);
}
