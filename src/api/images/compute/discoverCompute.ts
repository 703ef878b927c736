import { objectsIn, parseJsonObject, textIn } from '../../../base/json';
import { ApiError } from '../../apiError';
import { baseAddress, parseEndpoint } from '../../endpoint';
import { sendLogged, WHOLE_ANSWER, type Connection } from '../../http/sendLogged';
import type { IssuedToken } from '../../identity/issuedToken';

/**
 * The address with the version that its server has, v2.1 before v2, where it names none: the version document at that
 * very address is asked, without a token, and no link of it is followed. What is no such document leaves it as it is.
 * @param base as `computeAddress` gives it
 * @throws {ApiError} when the server does not answer; {Canceled} when `signal` fired
 */
export async function discoverCompute(
  base: string,
  project: IssuedToken['project'],
  connection: Connection,
  signal: AbortSignal,
): Promise<string> {
  const endpoint = parseEndpoint(base);
  if (typeof endpoint === 'string' || endpoint.version !== undefined) return base;
  switch (await computeVersion(endpoint.root, connection, signal)) {
    case 'v2.1':
      return baseAddress({ ...endpoint, version: 'v2.1' }, '');
    case 'v2':
      // There the tenant always stands in the address.
      return project === undefined ? base : baseAddress({ ...endpoint, version: 'v2' }, project.id);
    case undefined:
      return base;
  }
}

/** Versions of Compute that list images. */
export type ComputeVersion = 'v2.1' | 'v2';

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
  const ids = await versionsAt(new URL(`${root}/`), connection, signal);
  if (ids.includes('v2.1')) return 'v2.1';
  return ids.some((id) => /^v2(\.0)?$/.test(id)) ? 'v2' : undefined;
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
