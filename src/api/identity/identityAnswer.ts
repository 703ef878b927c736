import { ApiError } from '../apiError';
import { isWebAddress } from '../endpoint';
import { tokenProblem } from '../token';
import type { HttpAnswer } from '../http/http';
import type { ImagesService } from '../images/imagesService';
import type { IssuedToken, EndpointInterface, ServiceEndpoint } from './issuedToken';
import type { IdentityVersion } from './credential';
import { isTooLong } from '../../base/longest';
import * as LONGEST from '../../base/longestText';
import { objectIn, objectsIn, parseJsonObject, textIn, type JsonObject } from '../../base/json';
import { utcTime } from '../../base/utcTime';
import { readAccessToken } from './accessToken';

/**
 * Reads the answer to a request for a token: v2.0's `access`, or v3's `token` with the token itself in a header.
 * @throws {ApiError} of kind `notIdentity` when it is neither
 */
export function readIssuedToken(version: IdentityVersion, answer: HttpAnswer, host: string): IssuedToken {
  const body = parseJsonObject(answer.body);
  const issued = version === 'v2.0' ? readV2(body) : readV3(body, answer.header('x-subject-token'));
  if (issued === undefined) throw new ApiError('notIdentity', { host, status: answer.status });
  return { ...issued, serverTime: answer.serverTime };
}

/** Whether this is the answer to `GET` of a version's address: `{"version": {"id": "v3.14", …}}`. */
export function describesVersion(version: IdentityVersion, body: string): boolean {
  const id = textIn(objectIn(parseJsonObject(body), 'version'), 'id');
  return version === 'v3' ? /^v3(\.|$)/.test(id) : /^v2(\.|$)/.test(id);
}

type TokenBody = Omit<IssuedToken, 'serverTime'>;

function readV2(body: JsonObject): TokenBody | undefined {
  const token = readAccessToken(body);
  if (token === undefined || tokenProblem(token.id) !== undefined) return undefined;
  const access = objectIn(body, 'access');
  return {
    token: token.id,
    issued: token.issued,
    expires: token.expires,
    project: projectOf(objectIn(objectIn(access, 'token'), 'tenant')),
    endpoints: endpointsOf(objectsIn(access, 'serviceCatalog'), ['compute', 'image'], (endpoint) =>
      INTERFACES.map((name) => [name, textIn(endpoint, `${name}URL`)]),
    ),
  };
}

function readV3(body: JsonObject, header = ''): TokenBody | undefined {
  const token = objectIn(body, 'token');
  if (tokenProblem(header) !== undefined || Object.keys(token).length === 0) return undefined;
  return {
    token: header,
    issued: utcTime(textIn(token, 'issued_at')),
    expires: utcTime(textIn(token, 'expires_at')),
    project: projectOf(objectIn(token, 'project')),
    endpoints: endpointsOf(objectsIn(token, 'catalog'), ['image', 'compute'], (endpoint) => [
      // Some write them as v2.0 does.
      [textIn(endpoint, 'interface').replace(/URL$/, ''), textIn(endpoint, 'url')],
    ]),
  };
}

const INTERFACES: readonly EndpointInterface[] = ['public', 'internal', 'admin'];

/**
 * The types are `compute` and `image` and no others: OpenStack's authority on service types knows no alias of them.
 * `compute_legacy` is what test clouds call the v2 beside it, and `computev3` was an API that never came to be.
 * @param order of the services
 */
function endpointsOf(
  services: readonly JsonObject[],
  order: readonly ImagesService[],
  addressesOf: (endpoint: JsonObject) => readonly (readonly [string, string])[],
): readonly ServiceEndpoint[] {
  const endpoints = order.flatMap((type) =>
    services
      .filter((service) => textIn(service, 'type') === type)
      .flatMap((service) => objectsIn(service, 'endpoints'))
      .flatMap((endpoint) => {
        const region = textIn(endpoint, 'region') || textIn(endpoint, 'region_id');
        return addressesOf(endpoint).flatMap(([name, address]) => {
          const url = isTooLong(address, LONGEST.address) ? undefined : withoutSlashes(address);
          return url === undefined ? [] : [{ service: type, region, interface: name, url }];
        });
      })
      .filter(({ url }) => /^https?:/i.test(url) && isWebAddress(url)),
  );
  return [...new Map(endpoints.map((endpoint) => [Object.values(endpoint).join(' '), endpoint])).values()];
}

/** Would take long for a long address: each slash is looked at once for each before it. */
function withoutSlashes(address: string): string {
  return address.replace(/\/+$/, '');
}

function projectOf(project: JsonObject): IssuedToken['project'] {
  const id = textIn(project, 'id');
  return id === '' ? undefined : { id, name: textIn(project, 'name') };
}
