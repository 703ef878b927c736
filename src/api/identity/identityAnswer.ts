import { ApiError } from '../apiError';
import { isWebAddress } from '../endpoint';
import { tokenProblem } from '../token';
import type { HttpAnswer } from '../http/http';
import type { IssuedToken, ComputeEndpoint } from './issuedToken';
import type { IdentityVersion } from './credential';
import { isTooLong, LONGEST } from '../../base/longest';
import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json';

/**
 * Reads the answer to a request for a token: v2.0's `access`, or v3's `token` with the token itself in a header.
 * @throws {ApiError} of kind `notIdentity` when it is neither
 */
export function readIssuedToken(version: IdentityVersion, answer: HttpAnswer, host: string): IssuedToken {
  const body = parse(answer.body);
  const issued = version === 'v2.0' ? readV2(body) : readV3(body, answer.header('x-subject-token'));
  if (issued === undefined) throw new ApiError('notIdentity', { host, status: answer.status });
  return { ...issued, serverTime: answer.serverTime };
}

/** Whether this is the answer to `GET` of a version's address: `{"version": {"id": "v3.14", …}}`. */
export function describesVersion(version: IdentityVersion, body: string): boolean {
  const id = textIn(objectIn(parse(body), 'version'), 'id');
  return version === 'v3' ? /^v3(\.|$)/.test(id) : /^v2(\.|$)/.test(id);
}

type TokenBody = Omit<IssuedToken, 'serverTime'>;

function readV2(body: JsonObject): TokenBody | undefined {
  const access = objectIn(body, 'access');
  const token = objectIn(access, 'token');
  const id = textIn(token, 'id');
  if (tokenProblem(id) !== undefined) return undefined;
  return {
    token: id,
    issued: timeIn(token, 'issued_at'),
    expires: timeIn(token, 'expires'),
    project: projectOf(objectIn(token, 'tenant')),
    endpoints: computeOf(listIn(access, 'serviceCatalog'), (endpoint) => textIn(endpoint, 'publicURL')),
  };
}

function readV3(body: JsonObject, header = ''): TokenBody | undefined {
  const token = objectIn(body, 'token');
  if (tokenProblem(header) !== undefined || Object.keys(token).length === 0) return undefined;
  return {
    token: header,
    issued: timeIn(token, 'issued_at'),
    expires: timeIn(token, 'expires_at'),
    project: projectOf(objectIn(token, 'project')),
    endpoints: computeOf(listIn(token, 'catalog'), (endpoint) =>
      textIn(endpoint, 'interface') === 'public' ? textIn(endpoint, 'url') : '',
    ),
  };
}

function computeOf(
  services: readonly JsonObject[],
  addressOf: (endpoint: JsonObject) => string,
): readonly ComputeEndpoint[] {
  const endpoints = services
    .filter((service) => textIn(service, 'type') === 'compute')
    .flatMap((service) => listIn(service, 'endpoints'))
    .map((endpoint) => ({
      region: textIn(endpoint, 'region') || textIn(endpoint, 'region_id'),
      url: withoutSlashes(addressOf(endpoint)),
    }))
    .filter(({ url }) => /^https?:/i.test(url) && isWebAddress(url));
  return [...new Map(endpoints.map((endpoint) => [`${endpoint.region} ${endpoint.url}`, endpoint])).values()];
}

/** An address that is too long is none, and would take long: each slash is looked at once for each before it. */
function withoutSlashes(address: string): string {
  return isTooLong(address, LONGEST.address) ? '' : address.replace(/\/+$/, '');
}

function projectOf(project: JsonObject): IssuedToken['project'] {
  const id = textIn(project, 'id');
  return id === '' ? undefined : { id, name: textIn(project, 'name') };
}

function parse(text: string): JsonObject {
  try {
    const json = JSON.parse(text) as JsonValue;
    return isJsonObject(json) ? json : {};
  } catch {
    return {};
  }
}

function objectIn(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isJsonObject(value) ? value : {};
}

function listIn(object: JsonObject, key: string): readonly JsonObject[] {
  const value = object[key];
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isJsonObject) : [];
}

function textIn(object: JsonObject, key: string): string {
  const value = object[key];
  return typeof value === 'string' ? value : '';
}

/** `issued_at` of v2.0 has no zone: it is UTC, like the others. */
function timeIn(object: JsonObject, key: string): number | undefined {
  const text = textIn(object, key);
  const time = Date.parse(/[zZ]$|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}
