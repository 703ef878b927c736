import { parseEndpoint, type Endpoint, type EndpointProblem } from './endpoint';
import { serviceOfAddress } from './serviceOfAddress';

/** Why a text is no endpoint of Compute, be it one of another service. */
export type ComputeProblem =
  | EndpointProblem
  /** Of an identity service. */
  | 'ofIdentity'
  /** Of an image service. */
  | 'ofImage'
  /** With a version that Compute never had: of whatever service. */
  | 'ofOther';

/** Those of Compute that list images, and those that it never had: `/v1` is Glance's and Swift's, `/v3` Cinder's. */
const COMPUTE_VERSION = /^v2(?:\.[1-9]\d*)?$/;

/**
 * An endpoint that a token may be sent to for images, by what its address says: nobody is asked. One that shows to be of
 * another service is none.
 */
export function readComputeEndpoint(text: string): Endpoint | ComputeProblem {
  const endpoint = parseEndpoint(text);
  if (typeof endpoint === 'string') return endpoint;
  const service = serviceOfAddress(text);
  if (service === 'identity') return 'ofIdentity';
  if (service === 'image') return 'ofImage';
  const { version } = endpoint;
  return version === undefined || COMPUTE_VERSION.test(version) ? endpoint : 'ofOther';
}
