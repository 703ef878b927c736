import { parseEndpoint, type Endpoint, type EndpointProblem } from './endpoint';
import { isComputeVersion } from './images/compute/computeVersion';
import { serviceOfAddress } from './serviceOfAddress';

/** Why a text is no endpoint of Compute, be it one of another service. */
export type ComputeProblem =
  | EndpointProblem
  /** Of an identity service. */
  | 'ofIdentity'
  /** Of an image service. */
  | 'ofImage'
  /** Of another service, such as Block Storage or Network. */
  | 'ofOther'
  /** With a version that Compute never had: of whatever service. */
  | 'otherVersion';

/**
 * An endpoint that a token may be sent to for images, by what its address says: nobody is asked. One that shows to be of
 * another service is none.
 */
export function readComputeEndpoint(text: string): Endpoint | ComputeProblem {
  const endpoint = parseEndpoint(text);
  if (typeof endpoint === 'string') return endpoint;
  switch (serviceOfAddress(text)) {
    case 'identity':
      return 'ofIdentity';
    case 'image':
      return 'ofImage';
    case 'other':
      return 'ofOther';
    case 'compute':
    case undefined: {
      const { version } = endpoint;
      return version === undefined || isComputeVersion(version) ? endpoint : 'otherVersion';
    }
  }
}
