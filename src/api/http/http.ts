import { ApiError, type ApiErrorKind } from '../apiError';
import { Canceled } from '../../base/canceled';
import { connectionFailure } from './connectionFailure';
import { ExchangeError, fetchText, type Incoming } from './fetchText';
import { mask } from './mask';
import { serverMessage } from './serverMessage';
import { ClientCertificateError, tlsOptions, type TlsOptions } from './tlsOptions';
import type { Trust } from './trust';

/** The most of an answer that is read, in bytes after decompression: about fifteen times 5,000 images. */
export const LARGEST_BODY = 64 * 1024 * 1024;

/** One request to a service. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Tokens and passwords of this request: masked wherever the answer might repeat them. */
  readonly secrets: readonly string[];
  /** Seconds for the whole request, its body included. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** Statuses that are an answer beside 2xx. */
  readonly answers?: readonly number[];
  /** Of the account that asks. Files are read anew as they change, so that each request may be another's. */
  readonly trust?: Trust;
}

/** What came back for it; names of headers in any letter case. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  readonly requestId: string | undefined;
  /** The answer's `Date`, milliseconds since 1970-01-01 UTC. */
  readonly serverTime: number | undefined;
  header(name: string): string | undefined;
}

/**
 * Sends one request and reads its whole answer, within the time allowed. No redirect is followed.
 *
 * @throws {ApiError} for every answer that is not 2xx and every failure on the way
 * @throws {Canceled} when `signal` fired; the socket is closed then
 */
export async function send(request: HttpRequest): Promise<HttpAnswer> {
  const timeout = AbortSignal.timeout(request.timeout * 1000);
  const signal = AbortSignal.any([request.signal, timeout]);
  try {
    const incoming = await trusting(request, (tls) => retryOnReset(() => once(request, tls, signal)));
    request.signal.throwIfAborted();
    const { status } = incoming;
    const isAnswer = (status >= 200 && status < 300) || request.answers?.includes(status);
    if (!isAnswer) throw errorOfAnswer(request, incoming);
    return wholeAnswer(request, incoming);
  } catch (error) {
    if (request.signal.aborted) throw new Canceled();
    if (error instanceof ApiError) throw error;
    if (timeout.aborted) throw failure(request, 'timeout', { seconds: request.timeout });
    throw await errorOfFailure(request, error);
  }
}

function once(request: HttpRequest, tls: TlsOptions, signal: AbortSignal): Promise<Incoming> {
  const { method, url, body } = request;
  const headers = { Accept: 'application/json', ...request.headers };
  return fetchText({ method, url, headers, body, tls, size: LARGEST_BODY, signal });
}

/**
 * Where a server's certificate is not accepted, the account's authorities are read anew, and the usual ones are asked
 * alone: the editor adds those of the system only then. Nothing has been sent to the server by then.
 */
async function trusting(
  { trust = {}, url }: HttpRequest,
  attempt: (tls: TlsOptions) => Promise<Incoming>,
): Promise<Incoming> {
  if (url.protocol !== 'https:') return attempt({});
  const tls = await tlsOptions(trust);
  try {
    return await attempt(tls);
  } catch (refusal) {
    if (trust.cacert === undefined || !isCertificateRefused(refusal)) throw refusal;
    const anew = await tlsOptions(trust, true);
    const others = [...(anew === tls ? [] : [anew]), ...(anew.ca ? [{ ...anew, ca: undefined }] : [])];
    for (const other of others) {
      try {
        return await attempt(other);
      } catch (error) {
        if (!isCertificateRefused(error)) throw error;
      }
    }
    throw refusal;
  }
}

function isCertificateRefused(error: unknown): boolean {
  if (!(error instanceof ExchangeError) || error.phase !== 'connecting') return false;
  return connectionFailure(error.reason.code, error.reason.message)[0] === 'certificate';
}

/** A connection that was left open may have been closed by the server just as the request was written to it. */
async function retryOnReset<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    const isReset = error instanceof ExchangeError && error.reason.code === 'ECONNRESET';
    if (isReset && error.phase === 'connecting') return attempt();
    throw error;
  }
}

function wholeAnswer(request: HttpRequest, incoming: Incoming): HttpAnswer {
  const time = Date.parse(incoming.header('date') ?? '');
  return {
    status: incoming.status,
    body: incoming.body,
    requestId: requestIdOf(incoming, request),
    serverTime: Number.isNaN(time) ? undefined : time,
    header: (name) => incoming.header(name),
  };
}

function requestIdOf({ header }: Incoming, { secrets }: HttpRequest): string | undefined {
  const id = header('x-openstack-request-id') ?? header('x-compute-request-id');
  if (id === undefined) return undefined;
  // Digits of the server's own may be those of a short password: what support asks for is not lost by that.
  return (mask(id, secrets) ?? (OWN_ID.test(id) ? id : undefined))?.slice(0, 100);
}

/** As OpenStack makes them. */
const OWN_ID = /^req-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function errorOfAnswer(request: HttpRequest, incoming: Incoming): ApiError {
  const { status, body, header } = incoming;
  const wantsCertificate = status === 400 && SAYS_CERTIFICATE.test(body.slice(0, 1000));
  return failure(request, wantsCertificate ? 'wantsClientCertificate' : kindOfStatus(status), {
    status,
    serverMessage: serverMessage(body, request.secrets),
    requestId: requestIdOf(incoming, request),
    retryAfter: readRetryAfter(header('retry-after')),
    location: locationOf(incoming, request),
  });
}

/** nginx completes the handshake without a client certificate, or with a wrong one, and answers so. */
const SAYS_CERTIFICATE = /No required SSL certificate was sent|The SSL certificate error/;

function kindOfStatus(status: number): ApiErrorKind {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 407) return 'proxyWantsAuth';
  if (status === 413 || status === 429) return 'rateLimited';
  if (status >= 500) return 'server';
  // Multiple choices: the list of API versions that stands above an images endpoint.
  if (status === 300) return 'notImages';
  return status >= 300 && status < 400 ? 'redirect' : 'badRequest';
}

/** The longest that a server is taken to want as a wait, in seconds: a day. */
const LONGEST_WAIT = 86_400;

/** `Retry-After` in seconds; it may be a number or a date. */
function readRetryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(value.trim())
    ? Number(value)
    : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, Math.ceil(seconds)), LONGEST_WAIT);
}

function locationOf({ status, header }: Incoming, request: HttpRequest): string | undefined {
  const location = header('location');
  if (location === undefined || status < 300 || status >= 400) return undefined;
  if (!URL.canParse(location, request.url.href)) return undefined;
  const { origin, pathname } = new URL(location, request.url);
  return mask(`${origin}${pathname}`, request.secrets) ?? mask(origin, request.secrets);
}

async function errorOfFailure(request: HttpRequest, error: unknown): Promise<ApiError> {
  if (error instanceof ClientCertificateError) {
    const { path, code } = error;
    return failure(request, 'clientCertificate', { path, code });
  }
  if (!(error instanceof ExchangeError)) throw error;
  const { code, message } = error.reason;
  switch (error.phase) {
    case 'making':
      // The client's words may repeat a header.
      return failure(request, 'notSendable', { code });
    case 'connecting':
      return connectionError(request, code, message);
    case 'reading':
      return failure(request, 'interrupted', { code });
    case 'tooLarge':
      return failure(request, 'tooLarge', {});
  }
}

async function connectionError(request: HttpRequest, code: string, message: string): Promise<ApiError> {
  const [kind, details] = connectionFailure(code, message);
  const { cacert, ...rest } = request.trust ?? {};
  if (kind !== 'certificate' || cacert === undefined) return failure(request, kind, details);
  const isUnread = (await tlsOptions({ cacert, ...rest })).ca === undefined;
  return failure(request, kind, { ...details, path: isUnread ? cacert : undefined });
}

function failure(
  request: HttpRequest,
  kind: ApiErrorKind,
  details: Omit<ApiError['details'], 'host'>,
): ApiError {
  return new ApiError(kind, { host: request.url.host, ...details });
}
