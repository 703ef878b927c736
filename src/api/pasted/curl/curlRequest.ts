import { isTooLong } from '../../../base/longest';
import * as LONGEST from '../../../base/longestText';
import { standInOf } from '../standIn';
import type { CurlArguments } from './curlArguments';
import type { Word } from './words';

/** What a command says of the token. */
export type CurlToken =
  | { readonly kind: 'none' }
  | { readonly kind: 'given'; readonly text: string }
  /** A shell would put it there: `$OS_TOKEN`. */
  | { readonly kind: 'notExpanded'; readonly source: string }
  /** `@file`, `-K file`. */
  | { readonly kind: 'inFile'; readonly source: string }
  /** It was to be replaced: `YOUR_TOKEN`. */
  | { readonly kind: 'placeholder'; readonly source: string }
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
  | { readonly problem: 'addressNotExpanded'; readonly source: string }
  | { readonly problem: 'addressInFile'; readonly source: string }
  /** `-u`: no user or password is taken from a command. */
  | { readonly problem: 'userAndPassword' }
  /** Quotes or dashes of a word processor, of which `source` is the first. */
  | { readonly problem: 'typography'; readonly source: string }
  /** `wget`, HTTPie, PowerShell’s own, and whatever else is no curl. */
  | { readonly problem: 'otherProgram' }
  /** A mark stands in the place of a secret that is not known any more. */
  | { readonly problem: 'masked' };

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
      : { problem: 'addressInFile', source: `-K ${config.text}` };
  }
  const address = addressOf(only);
  if (typeof address === 'string' && !options.has('globoff') && isPattern(address)) {
    return { problem: 'severalAddresses' };
  }
  return typeof address === 'string' ? { address, token: tokenInHeaders(given) } : address;
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
  if (text.startsWith('@')) return { problem: 'addressInFile', source: text };
  const [first] = unread;
  if (first === undefined) return text;
  const before = text.slice(0, first.at);
  if (BEFORE_TENANT.test(before)) return `${before}{tenant_id}`;
  return BEHIND_TENANT.test(before) ? before : { problem: 'addressNotExpanded', source: first.source };
}

/** What one header says. One that may be the token’s stands back behind one that is. */
interface HeaderToken {
  readonly token: CurlToken;
  readonly isSure: boolean;
}

/** What the headers say of the token, and what of them is not read. */
export function tokenInHeaders({ headers, configs }: CurlArguments): CurlToken {
  const tokens = headers.map(tokenOfHeader).filter(({ token }) => token.kind !== 'none');
  const distinct = new Map(
    tokens.filter(({ isSure }) => isSure).map(({ token }) => [JSON.stringify(token), token]),
  );
  const [only, ...others] = distinct.values();
  if (others.length > 0) return { kind: 'several' };
  if (only !== undefined) return only;
  const [perhaps] = tokens;
  if (perhaps !== undefined) return perhaps.token;
  const [config] = configs;
  return config === undefined ? { kind: 'none' } : { kind: 'inFile', source: `-K ${config.text}` };
}

function tokenOfHeader({ text, unread }: Word): HeaderToken {
  // A file with headers.
  if (text.startsWith('@')) return { token: { kind: 'inFile', source: text }, isSure: false };
  const [first] = unread;
  const colon = text.indexOf(':');
  if (first !== undefined && (colon === -1 || first.at <= colon)) {
    return { token: notExpanded(first.source), isSure: false };
  }
  // `X-Auth-Token;` sends it empty.
  const isToken = colon !== -1 && text.slice(0, colon).trim().toLowerCase() === 'x-auth-token';
  const value = isToken ? text.slice(colon + 1).trim() : '';
  if (value === '') return { token: { kind: 'none' }, isSure: true };
  return { token: first === undefined ? tokenOfValue(value) : notExpanded(first.source), isSure: true };
}

function notExpanded(source: string): CurlToken {
  return { kind: 'notExpanded', source };
}

function tokenOfValue(source: string): CurlToken {
  switch (standInOf(source)) {
    case undefined:
      return { kind: 'given', text: source };
    case 'expression':
      return notExpanded(source);
    // curl sends `@file` as it is: somebody was to replace it.
    case 'file':
    case 'placeholder':
      return { kind: 'placeholder', source };
  }
}
