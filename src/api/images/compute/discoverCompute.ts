import { objectsIn, parseJsonObject, textIn } from '../../../base/json';
import { ApiError } from '../../apiError';
import type { Endpoint } from '../../endpoint';
import { sendLogged, WHOLE_ANSWER, type Connection } from '../../http/sendLogged';
import type { IssuedToken } from '../../identity/issuedToken';
import { chosenVersion, type ComputeVersion } from './computeVersion';

/**
 * The endpoint with the version that its server has, v2.1 before v2, where it names none: the version document at that
 * very address is asked, without a token, and no link of it is followed. What is no such document leaves it as it is.
 * @throws {ApiError} when the server does not answer; {Canceled} when `signal` fired
 */
export async function discoverCompute(
  endpoint: Endpoint,
  project: IssuedToken['project'],
  connection: Connection,
  signal: AbortSignal,
): Promise<Endpoint> {
  if (endpoint.version !== undefined) return endpoint;
  const version = await computeVersion(endpoint.root, connection, signal);
  switch (version) {
    case 'v2.1':
      return { ...endpoint, version };
    case 'v2':
      // There the tenant always stands in the address.
      return project === undefined ? endpoint : { ...endpoint, version, tenant: project.id };
    case undefined:
      return endpoint;
  }
}

/**
 * The version that a server has, v2.1 before v2, by the version document at an address without one, which is asked without
 * a token. `undefined` where it has none of them, or shows no such document.
 * @throws {ApiError} when the server does not answer; {Canceled} when `signal` fired
 */
export async function computeVersion(
  root: string,
  connection: Connection,
  signal: AbortSignal,
): Promise<ComputeVersion | undefined> {
  return chosenVersion(await versionsAt(new URL(`${root}/`), connection, signal));
}

/** A list of versions comes with 200, or with 300. */
async function versionsAt(url: URL, connection: Connection, signal: AbortSignal): Promise<readonly string[]> {
  const request = { method: 'GET', url, secrets: [], signal, answers: [300] } as const;
  try {
    const { body } = await sendLogged(request, connection, WHOLE_ANSWER);
    return objectsIn(parseJsonObject(body), 'versions').map((version) => textIn(version, 'id'));
  } catch (error) {
    if (error instanceof ApiError && error.details.status !== undefined) return [];
    throw error;
  }
}
