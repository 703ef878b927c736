import type { Agent } from 'node:http';
import type { Response } from 'node-fetch';
import { ApiError, type ApiErrorKind } from '../apiError';
import { Canceled } from '../../base/canceled';
import { mask } from './mask';
import { serverMessage } from './serverMessage';

/** The most of an answer that is read, in bytes after decompression: about fifteen times 5,000 images. */
export const LARGEST_BODY = 64 * 1024 * 1024;

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
  /** Only for an account with a certificate authority of its own. */
  readonly agent?: Agent;
}

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
  const { fetch, FetchError } = await import('./fetch');
  const timeout = AbortSignal.timeout(request.timeout * 1000);
  let begun = false;
  // A kept connection may have been closed by the server just as the request was written to it.
  const wasReset = (error: unknown) => error instanceof FetchError && error.code === 'ECONNRESET';
  try {
    const response = await retryOnce(wasReset, () =>
      fetch(request.url, {
        method: request.method,
        // Without this node-fetch asks for a connection of its own for every page.
        headers: { Accept: 'application/json', Connection: 'keep-alive', ...request.headers },
        body: request.body,
        redirect: 'manual',
        size: LARGEST_BODY,
        signal: AbortSignal.any([request.signal, timeout]),
        agent: request.agent,
      }),
    );
    begun = true;
    const body = await response.text();
    request.signal.throwIfAborted();
    if (!response.ok) throw errorOfAnswer(request, response, body);
    return answerOf(request, response, body);
  } catch (error) {
    if (request.signal.aborted) throw new Canceled();
    if (error instanceof ApiError) throw error;
    if (timeout.aborted) throw failure(request, 'timeout', { seconds: request.timeout });
    // What the client threw before it had a connection is about the request; its words may repeat a header.
    const isSent = begun || error instanceof FetchError;
    throw isSent ? errorOfFailure(request, error, begun) : failure(request, 'notSendable', codeOf(error));
  }
}

async function retryOnce<T>(again: (error: unknown) => boolean, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (again(error)) return attempt();
    throw error;
  }
}

function answerOf(request: HttpRequest, response: Response, body: string): HttpAnswer {
  const time = Date.parse(response.headers.get('date') ?? '');
  return {
    status: response.status,
    body,
    requestId: requestIdOf(response, request),
    serverTime: Number.isNaN(time) ? undefined : time,
    header: (name) => response.headers.get(name) ?? undefined,
  };
}

function requestIdOf({ headers }: Response, { secrets }: HttpRequest): string | undefined {
  const id = headers.get('x-openstack-request-id') ?? headers.get('x-compute-request-id');
  return id === null ? undefined : mask(id, secrets).slice(0, 100);
}

function errorOfAnswer(request: HttpRequest, response: Response, body: string): ApiError {
  return failure(request, kindOfStatus(response.status), {
    status: response.status,
    serverMessage: serverMessage(body, request.secrets),
    requestId: requestIdOf(response, request),
    retryAfter: retryAfterOf(response.headers.get('retry-after')),
    location: locationOf(response, request),
  });
}

function kindOfStatus(status: number): ApiErrorKind {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 413 || status === 429) return 'rateLimited';
  if (status >= 500) return 'server';
  // Multiple choices: the list of API versions that stands above an images endpoint.
  if (status === 300) return 'notImages';
  return status >= 300 && status < 400 ? 'redirect' : 'badRequest';
}

/** `Retry-After` in seconds; it may be a number or a date. */
function retryAfterOf(value: string | null): number | undefined {
  if (value === null) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(value.trim())
    ? Number(value)
    : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}

function locationOf(response: Response, request: HttpRequest): string | undefined {
  const location = response.headers.get('location');
  if (location === null || response.status < 300 || response.status >= 400) return undefined;
  if (!URL.canParse(location, request.url.href)) return undefined;
  const { origin, pathname } = new URL(location, request.url);
  return mask(`${origin}${pathname}`, request.secrets);
}

function errorOfFailure(request: HttpRequest, error: unknown, begun: boolean): ApiError {
  const { code } = codeOf(error);
  if (typeOf(error) === 'max-size') return failure(request, 'tooLarge', {});
  if (isCertificateCode(code)) return failure(request, 'certificate', { code });
  return failure(request, begun ? 'interrupted' : 'unreachable', { code });
}

function codeOf(error: unknown): { readonly code: string } {
  if (!(error instanceof Error)) return { code: 'UNKNOWN' };
  const { code } = error as { code?: unknown };
  return { code: typeof code === 'string' ? code : error.name };
}

function typeOf(error: unknown): unknown {
  return error instanceof Error && 'type' in error ? error.type : undefined;
}

function isCertificateCode(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|CRL_|INVALID_(CA|PURPOSE)|PATH_LENGTH|HOSTNAME_MISMATCH/.test(
    code,
  );
}

function failure(
  request: HttpRequest,
  kind: ApiErrorKind,
  details: Omit<ApiError['details'], 'host'>,
): ApiError {
  return new ApiError(kind, { host: request.url.host, ...details });
}
