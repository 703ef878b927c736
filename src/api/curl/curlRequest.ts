import { isTooLong, LONGEST } from '../longest';
import { holdsPlaceholder } from '../placeholder';
import type { CurlArguments } from './curlArguments';
import type { Word } from './words';

/** What a command says of the token. */
export type CurlToken =
  | { readonly kind: 'none' }
  | { readonly kind: 'given'; readonly text: string }
  /** It comes from elsewhere: `$OS_TOKEN`, `@file`, `-K file`. */
  | { readonly kind: 'notRead'; readonly source: string }
  /** Several different ones, of which none is guessed. */
  | { readonly kind: 'several' };

/** The one request that curl would make. */
export interface CurlRequest {
  /** As it is written; where the tenant is not read, `{tenant_id}` stands for it. */
  readonly address: string;
  readonly token: CurlToken;
}

/** Why a command is not taken. */
export type CurlProblem =
  /** `part` is an option that curl does not have; there is none where a quote has no end. */
  | { readonly problem: 'notUnderstood'; readonly part?: string }
  | { readonly problem: 'noAddress' }
  | { readonly problem: 'severalAddresses' }
  | { readonly problem: 'addressNotRead'; readonly source: string }
  /** `-u`: no user or password is taken from a command. */
  | { readonly problem: 'userAndPassword' };

/** With these curl shows something about itself. */
const ABOUT_CURL = ['help', 'version', 'manual'];

/** The request that curl makes with its arguments, if it is one. */
export function requestOf(given: CurlArguments): CurlRequest | CurlProblem {
  const { addresses, configs, options } = given;
  const [only, ...others] = addresses;
  if (ABOUT_CURL.some((name) => options.has(name))) return { problem: 'noAddress' };
  if (options.has('user')) return { problem: 'userAndPassword' };
  if (others.length > 0 || options.has('next')) return { problem: 'severalAddresses' };
  if (only === undefined) {
    const [config] = configs;
    return config === undefined
      ? { problem: 'noAddress' }
      : { problem: 'addressNotRead', source: `-K ${config.text}` };
  }
  const address = addressOf(only);
  if (typeof address === 'string' && !options.has('globoff') && isPattern(address)) {
    return { problem: 'severalAddresses' };
  }
  return typeof address === 'string' ? { address, token: tokenOf(given) } : address;
}

/** curl makes several addresses of `{a,b}` and `[1-3]`, but not of `[::1]`. */
function isPattern(address: string): boolean {
  return !isTooLong(address, LONGEST.address) && /\{[^{}]*,[^{}]*\}|\[[^[\]]*-[^[\]]*\]/.test(address);
}

/** Up to the version, as far as it is read. */
const VERSION = '^(?:[a-z][a-z0-9+.-]*://)?[^/?#]+/(?:[^?#]*/)?v\\d+(?:\\.\\d+)?/';
const BEFORE_TENANT = new RegExp(`${VERSION}$`, 'i');
const BEHIND_TENANT = new RegExp(`${VERSION}[^/?#]+[/?#]`, 'i');

/** The tenant, and what stands behind it, need not be read: they say nothing about the server. */
function addressOf({ text, unread }: Word): string | CurlProblem {
  // A file with addresses.
  if (text.startsWith('@')) return { problem: 'addressNotRead', source: text };
  const [first] = unread;
  if (first === undefined) return text;
  const before = text.slice(0, first.at);
  if (BEFORE_TENANT.test(before)) return `${before}{tenant_id}`;
  return BEHIND_TENANT.test(before) ? before : { problem: 'addressNotRead', source: first.source };
}

/** A header that may be the token’s stands back behind one that is. */
type HeaderToken = CurlToken | { readonly kind: 'perhaps'; readonly source: string };

/** What the headers say of the token, and what of them is not read. */
export function tokenOf({ headers, configs }: CurlArguments): CurlToken {
  const tokens = headers.map(tokenOfHeader);
  const distinct = new Map(
    tokens.flatMap((token) =>
      token.kind === 'given' || token.kind === 'notRead' ? [[JSON.stringify(token), token]] : [],
    ),
  );
  const [only, ...others] = distinct.values();
  if (others.length > 0) return { kind: 'several' };
  if (only !== undefined) return only;
  const [source] = [
    ...tokens.flatMap((token) => (token.kind === 'perhaps' ? [token.source] : [])),
    ...configs.map(({ text }) => `-K ${text}`),
  ];
  return source === undefined ? { kind: 'none' } : { kind: 'notRead', source };
}

function tokenOfHeader({ text, unread }: Word): HeaderToken {
  // A file with headers.
  if (text.startsWith('@')) return { kind: 'perhaps', source: text };
  const [first] = unread;
  const colon = text.indexOf(':');
  if (first !== undefined && (colon === -1 || first.at <= colon)) {
    return { kind: 'perhaps', source: first.source };
  }
  // `X-Auth-Token;` sends it empty.
  if (colon === -1 || text.slice(0, colon).trim().toLowerCase() !== 'x-auth-token') return { kind: 'none' };
  const value = text.slice(colon + 1).trim();
  if (first !== undefined) return { kind: 'notRead', source: first.source };
  if (value === '') return { kind: 'none' };
  return holdsPlaceholder(value) ? { kind: 'notRead', source: value } : { kind: 'given', text: value };
}
