import { isTooLong } from '../base/longest';
import * as LONGEST from '../base/longestText';
import { isConohaHost } from '../conoha';
import { namesHost } from './namesHost';
import { isOwnId } from './openStackId';
import { isTokenLike } from './pasted/tokenShape';
import { isForAnother, isPlaceholder } from './placeholder';

/** An endpoint as a user gave it, taken apart. */
export interface Endpoint {
  /** Origin and any path before the version, without a trailing slash: `https://compute.tyo1.conoha.io`. */
  readonly root: string;
  /** `v2`, `v2.1`, …; `undefined` when the address named none. */
  readonly version: string | undefined;
  /** The tenant, where the address holds one. */
  readonly tenant: string | undefined;
  /** Something stands in the tenant’s place, such as `%(tenant_id)s`, for which the tenant is to be put. */
  readonly lacksTenant: boolean;
}

/** Why a text is no endpoint that a token is sent to. */
export type EndpointProblem =
  /** Not a web address. */
  | 'notAnAddress'
  /** A word that is no host, and may be a password or a token: nobody is asked for it, not even a name server. */
  | 'noHost'
  /** `http:` to another machine would show the token to everybody on the way. */
  | 'notHttps'
  /** A user name or password stands in the address. */
  | 'credentials'
  /** Something stands in the tenant’s place that is none: `%(user_id)s`. */
  | 'otherPlaceholder'
  | 'tooLong';

/**
 * Why a text is no tenant: several words, `%(tenant_id)s` and its kin, more than `LONGEST.tenant` characters, or at ConoHa
 * anything but an id, such as a tenant's name.
 */
export type TenantProblem = 'notOneWord' | 'placeholder' | 'tooLong' | 'notConohaId';

/**
 * Takes an endpoint in any of the forms people have: with or without scheme, version and tenant, the full
 * address of its images, with a trailing slash. Never throws.
 */
export function parseEndpoint(text: string): Endpoint | EndpointProblem {
  if (isTooLong(text.trim(), LONGEST.address)) return 'tooLong';
  const typed = unquote(text);
  if (isAmbiguous(typed)) return 'notAnAddress';
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
  const address = hasScheme ? typed : `https://${typed}`;
  if (!isWebAddress(address) || LEADS_UP.test(address)) return 'notAnAddress';
  const url = new URL(address);
  // A scheme that was typed with something odd in it or before it, and read as a host.
  if (SCHEMES.test(url.hostname)) return 'notAnAddress';
  if (isTokenLike(typed) || (!hasScheme && !namesHost(typed)) || HEX_TOKEN.test(url.hostname))
    return 'noHost';
  if (!HOST_NAME.test(url.hostname)) return 'notAnAddress';
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) return 'notHttps';
  const path = url.pathname.replace(/\/+$/, '');
  const [, prefix, version, segment] = VERSIONED.exec(path) ?? [
    path,
    path.replace(/\/images(\/[^/]*)?$/, ''),
  ];
  const tenant = segment === undefined ? undefined : decoded(segment);
  const placeholder = [segment, tenant].find((part) => part !== undefined && isPlaceholder(part));
  if (placeholder !== undefined && isForAnother(placeholder)) return 'otherPlaceholder';
  const lacksTenant = placeholder !== undefined;
  if (segment !== undefined && tenant === undefined && !lacksTenant) return 'notAnAddress';
  return {
    root: `${url.origin}${prefix}`,
    version,
    tenant: lacksTenant ? undefined : tenant,
    lacksTenant,
  };
}

/** The address before `/images`. `/v2/{tenant}` where the endpoint names no version; where there is no tenant, without it. */
export function baseAddress(endpoint: Endpoint, tenant: string | undefined): string {
  const version = endpoint.version ?? 'v2';
  return `${endpoint.root}/${version}${tenant === undefined ? '' : `/${encodeURIComponent(tenant)}`}`;
}

/**
 * What is wrong with a tenant that is to be a part of an address, or to tell which images are its own: of that no server says
 * that it is wrong. @param root of the endpoint that it is for
 */
export function tenantProblem(tenant: string, root: string): TenantProblem | undefined {
  if (isTooLong(tenant, LONGEST.tenant)) return 'tooLong';
  if (isPlaceholder(tenant)) return 'placeholder';
  // Half a pair of surrogates can be part of no address.
  if (/[\s/?#\\]|^\.\.?$|\p{Surrogate}/u.test(tenant)) return 'notOneWord';
  return isConohaHost(new URL(root).host) && !isOwnId(tenant) ? 'notConohaId' : undefined;
}

/** Whether a host, as `URL.hostname` writes it, is this machine: `localhost`, `[::1]` or any of `127.0.0.0/8`. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** What Compute has below the version or the tenant: neither is called so. */
const RESOURCES = '(?:images|servers|flavors|limits|extensions|os-[a-z-]+)';
/** Parts of a path that mean another one than what stands there. */
const LEADS_UP = /\/(?:\.|%2e){1,2}(?:[/?#]|$)/i;
/** Prefix, version and tenant. */
const VERSIONED = new RegExp(
  `^(.*?)/(v\\d+(?:\\.\\d+)?)(?:/(?!${RESOURCES}(?:/|$))([^/]+))?(?:/${RESOURCES}(?:/.*)?)?$`,
);
/** As `URL.hostname` writes it. */
const HOST_NAME = /^(?:[\w.-]+|\[[\da-f:.]+\])$/i;
/** As ConoHa's tokens of v2.0 are, and no name of a host. */
const HEX_TOKEN = /^[\da-f]{32,}$/i;
const SCHEMES = /^(?:https?|wss?|ftps?|file)$/;

/** An address with its scheme, and without what programs read in different ways: all would ask the same host. */
export function isWebAddress(address: string): boolean {
  return (
    /^[^:]+:\/\/[^/]/.test(address) &&
    !/[\s\\\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(address) &&
    URL.canParse(address)
  );
}

/**
 * Begins like an address with a scheme, but lacks one of the two slashes: `https:/host/v2`. curl and browsers ask
 * `host`, while with another scheme put before it a host named `https` would be asked.
 */
function isAmbiguous(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:\/(?!\/)|(?:https?|wss?|ftps?|file):(?!\/\/))/i.test(address);
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/**
 * A text without the blanks and quotes around it, without the commas and semicolons that were copied with it, and an
 * address without the angle brackets that mail and Markdown put around one.
 */
export function unquote(text: string): string {
  return text
    .trim()
    .replace(/^(["'`])([\s\S]*)\1$/, '$2')
    .replace(/^["'`]+|["'`,;]+$/g, '')
    .trim()
    .replace(/^<([a-z][a-z0-9+.-]*:\/\/[^<>\s]*)>$/i, '$1');
}
