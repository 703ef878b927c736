/**
 * What went wrong between the extension and a server, told apart by what a user can do about it.
 *
 * - `unauthorized` 401: the token is wrong or has expired
 * - `signedOut`: there is no token to send; nothing was asked
 * - `secretUnreadable`: whether there is a token could not be read; nothing was asked, and it may pass
 * - `refusedBefore`: the server refused the token earlier, and nobody has asked since; nothing was asked
 * - `wrongCredentials` 401 of an identity service: the user name, password or credential was not accepted
 * - `forbidden` 403: the token is good, but not for this
 * - `notFound` 404: no such image, or not the address of an images service
 * - `badRequest` 400 and other 4xx: the server's message says what it did not like
 * - `rateLimited` 413 or 429: slow down, `retryAfter` seconds where the server told
 * - `server` 5xx
 * - `redirect` 3xx: never followed; `location` says where to
 * - `timeout`: no complete answer within the time of the setting
 * - `notSendable`: no request can be made of the token or the address; `code` is the client's word for it
 * - `unreachable`: no connection; `code` is the system's word for it
 * - `proxyUnreachable`: no connection to the proxy, or none by it
 * - `proxyWantsAuth` 407: the proxy on the way wants a user name and password
 * - `certificate`: the server's TLS certificate was not accepted
 * - `wantsClientCertificate`: the server wants a client certificate, or did not accept the one it got
 * - `clientCertificate`: the client certificate cannot be used; `path` is its file. Nothing was asked
 * - `notTls`: the server speaks something else than TLS, most likely plain http
 * - `tlsVersion`: server and client have no version of TLS in common
 * - `tlsRefused`: the server ended the TLS handshake for another reason, or for none
 * - `interrupted`: the connection broke in the middle of the answer
 * - `tooLarge`: more than 64 MiB, decoded
 * - `notJson`, `notImages`: an answer of another kind than an images list
 * - `notIdentity`: an answer of another kind than an identity service's
 * - `identityUnauthorized` 401, `identityForbidden` 403, `identityNotAllowed` 405: an identity service, or what stands
 *   before it, does not say which versions it has; nothing secret was sent
 * - `noApplicationCredentials`: the service speaks Identity v2.0, which has none; nothing was sent
 * - `noProject`: an identity service has issued a token of no project, with which no images of anybody’s own are listed
 */
export type ApiErrorKind =
  | 'unauthorized'
  | 'signedOut'
  | 'secretUnreadable'
  | 'refusedBefore'
  | 'wrongCredentials'
  | 'forbidden'
  | 'notFound'
  | 'badRequest'
  | 'rateLimited'
  | 'server'
  | 'redirect'
  | 'timeout'
  | 'notSendable'
  | 'unreachable'
  | 'proxyUnreachable'
  | 'proxyWantsAuth'
  | 'certificate'
  | 'wantsClientCertificate'
  | 'clientCertificate'
  | 'notTls'
  | 'tlsVersion'
  | 'tlsRefused'
  | 'interrupted'
  | 'tooLarge'
  | 'notJson'
  | 'notImages'
  | 'notIdentity'
  | 'identityUnauthorized'
  | 'identityForbidden'
  | 'identityNotAllowed'
  | 'noApplicationCredentials'
  | 'noProject';

/** What is known of a failure, without secrets: safe to be shown and logged. */
export interface ApiErrorDetails {
  /** The host that was asked, for the texts. */
  readonly host: string;
  /**
   * It is an identity service, or should be: advice about tokens and filters would be out of place. Or it is an image
   * service, which answers 401 also while it cannot ask the identity service.
   */
  readonly service?: 'identity' | 'image';
  /** What shows itself at the address in the place of an identity service. */
  readonly instead?: 'compute' | 'image';
  readonly status?: number;
  /** The server's own words as plain text, unescaped, without secrets, at most 500 characters. */
  readonly serverMessage?: string;
  /** `x-openstack-request-id` or `x-compute-request-id`: what a support desk asks for. */
  readonly requestId?: string;
  /** Seconds. */
  readonly retryAfter?: number;
  /** Where a redirect pointed: origin and path only. */
  readonly location?: string;
  /** The system's or the TLS library's error code, such as `ECONNREFUSED`, or the client's own. */
  readonly code?: string;
  /** Of the file that cannot be used. */
  readonly path?: string;
  /** How long was waited, in seconds, for `timeout`. */
  readonly seconds?: number;
}

/** A request that did not bring what was asked for. `message` is for the log; users get the words of `describeError`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly kind: ApiErrorKind,
    readonly details: ApiErrorDetails,
  ) {
    super(
      [kind, details.status, details.code, details.serverMessage]
        .filter((part) => part !== undefined)
        .join(' '),
    );
  }
}

/** Another token, or signing in anew, is what helps. */
export function asksForToken(error: unknown): boolean {
  return error instanceof ApiError && FOR_TOKEN.includes(error.kind);
}

/** Nothing was requested: what was known before stands. */
export function wasNotAsked(error: unknown): boolean {
  return error instanceof ApiError && error.kind === 'refusedBefore';
}

/** The server asks for fewer requests. */
export function asksToSlowDown(error: unknown): boolean {
  return error instanceof ApiError && error.kind === 'rateLimited';
}

/** Seconds that the server asks to wait; `undefined` where it does not say. */
export function retryAfterOf(error: unknown): number | undefined {
  return error instanceof ApiError ? error.details.retryAfter : undefined;
}

const FOR_TOKEN: readonly ApiErrorKind[] = ['unauthorized', 'signedOut', 'refusedBefore', 'wrongCredentials'];
