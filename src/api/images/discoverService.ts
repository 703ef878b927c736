import { objectsIn, parseJsonObject, textIn, type JsonObject } from '../../base/json';
import { ApiError } from '../apiError';
import { sendLogged, WHOLE_ANSWER, type Connection } from '../http/sendLogged';
import type { IssuedToken } from '../identity/issuedToken';
import { chosenVersion, isVersionOfCompute } from './compute/computeVersion';
import { isVersionOfGlance } from './glance/glanceVersion';
import type { ImagesEndpoint } from './imagesEndpoint';

/**
 * An endpoint that is not clear, with what its server says of itself: which service it is, and which
 * version of Compute is to be asked, v2.1 before v2. The version document at that very address is asked, without a token,
 * and no link of it is followed. What is no such document leaves the endpoint as it is.
 * @throws {ApiError} when the server does not answer; {Canceled} when `signal` fired
 */
export async function discoverService(
  endpoint: ImagesEndpoint,
  project: IssuedToken['project'],
  connection: Connection,
  signal: AbortSignal,
): Promise<ImagesEndpoint> {
  const { status, versions } = await versionsAt(new URL(`${endpoint.root}/`), connection, signal);
  if (endpoint.service === undefined && versions.some((version) => isVersionOfGlance(version, status)))
    return { ...endpoint, service: 'image' };
  const isCompute = endpoint.service === 'compute' || versions.some(isVersionOfCompute);
  if (!isCompute) return endpoint;
  const version = endpoint.version ?? chosenVersion(versions.map((one) => textIn(one, 'id')));
  if (version === undefined) return endpoint;
  const found = { ...endpoint, service: 'compute', version } as const;
  // There the tenant always stands in the address.
  return version === 'v2' && !endpoint.lacksTenant
    ? { ...found, tenant: endpoint.tenant ?? project?.id }
    : found;
}

interface Versions {
  readonly status: number;
  readonly versions: readonly JsonObject[];
}

/** A list of versions comes with 200, or with 300. */
async function versionsAt(url: URL, connection: Connection, signal: AbortSignal): Promise<Versions> {
  const request = { method: 'GET', url, secrets: [], signal, answers: [300] } as const;
  try {
    const { status, body } = await sendLogged(request, connection, WHOLE_ANSWER);
    return { status, versions: objectsIn(parseJsonObject(body), 'versions') };
  } catch (error) {
    if (error instanceof ApiError && error.details.status !== undefined)
      return { status: error.details.status, versions: [] };
    throw error;
  }
}
