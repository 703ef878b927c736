/** An endpoint as a user gave it, taken apart. */
export interface Endpoint {
  /** Origin and any path before the version, without a trailing slash: `https://compute.tyo1.conoha.io`. */
  readonly root: string;
  /** `v2`, `v2.1`, …; `undefined` when the address named none. */
  readonly version: string | undefined;
  /** The tenant, where the address holds one. */
  readonly tenant: string | undefined;
}

/** What a pasted text held: at most an endpoint and a token. */
export interface Pasted {
  readonly endpoint: string;
  readonly token: string | undefined;
}

export type EndpointProblem =
  /** Not a web address. */
  | 'notAnAddress'
  /** `http:` to another machine would show the token to everybody on the way. */
  | 'notHttps'
  /** A user name or password stands in the address. */
  | 'credentials';

export type TokenProblem = 'empty' | 'notForHeader';

/** ConoHa's regions of Compute v2, as suggestions: the endpoints of customers differ. */
export const CONOHA_REGIONS = ['tyo1', 'tyo2', 'tyo3', 'sin1', 'sjc1'] as const;

export function conohaEndpoint(region: string): string {
  return `https://compute.${region}.conoha.io`;
}

/**
 * Finds the address and the token in the `curl` command of the documentation, however it is quoted and folded.
 * `undefined` when the text is no such command.
 */
export function parseCurl(text: string): Pasted | undefined {
  if (!/\bcurl\b/.test(text)) return undefined;
  const endpoint = /https?:\/\/[^\s"'`^\\]+/i.exec(text)?.[0];
  if (endpoint === undefined) return undefined;
  return { endpoint, token: /X-Auth-Token\s*:\s*([^"'`^\s\\]+)/i.exec(text)?.[1] };
}

/**
 * Takes an endpoint in any of the forms people have: with or without scheme, version and tenant, the full
 * `…/images/detail?…` address, with a trailing slash.
 */
export function parseEndpoint(text: string): Endpoint | EndpointProblem {
  const trimmed = unquote(text);
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || /\s/.test(trimmed) || !URL.canParse(address)) return 'notAnAddress';
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) return 'notHttps';
  const path = url.pathname.replace(/\/+$/, '').replace(/\/images(\/[^/]*)?$/, '');
  const [, prefix = path, version, tenant] = /^(.*?)\/(v\d+(?:\.\d+)?)(?:\/([^/]+))?$/.exec(path) ?? [];
  return { root: `${url.origin}${prefix}`, version, tenant: tenant && decodeURIComponent(tenant) };
}

/** The address before `/images/detail`. `/v2/{tenant}` where the endpoint names no version; the tenant may be empty. */
export function baseAddress(endpoint: Endpoint, tenant: string): string {
  const version = endpoint.version ?? 'v2';
  return `${endpoint.root}/${version}${tenant === '' ? '' : `/${encodeURIComponent(tenant)}`}`;
}

/** `/v2` always has the tenant in its addresses; later versions may leave it out. */
export function needsTenant({ version }: Endpoint): boolean {
  return version === undefined || version === 'v2';
}

/** Frees a pasted token of quotes, blanks and a header's name around it. */
export function cleanToken(text: string): string {
  return unquote(unquote(text).replace(/^-H\s*/, ''))
    .replace(/^x-auth-token\s*:\s*/i, '')
    .trim();
}

/** A header value may hold visible ASCII characters only. */
export function tokenProblem(token: string): TokenProblem | undefined {
  if (token === '') return 'empty';
  return /^[\x21-\x7e]+$/.test(token) ? undefined : 'notForHeader';
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function unquote(text: string): string {
  return text
    .trim()
    .replace(/^(["'`])([\s\S]*)\1$/, '$2')
    .replace(/^["'`]+|["'`,;]+$/g, '')
    .trim();
}
