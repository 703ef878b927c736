import type { RequestInit, Response } from 'node-fetch';
import type { TlsOptions } from './tlsOptions';

/** A request as it is sent: no redirect is followed. */
export interface Outgoing extends Pick<RequestInit, 'method' | 'body'> {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly tls: TlsOptions;
  /** Bytes of the answer's body, decoded, that are read. */
  readonly size: number;
  readonly signal: AbortSignal;
}

/** An answer with its body as text; names of headers in any letter case. */
export interface Incoming {
  readonly status: number;
  readonly body: string;
  readonly header: (name: string) => string | undefined;
}

/** How far an exchange had come when it failed. */
export type Phase =
  /** No request could be made of what was given. */
  | 'making'
  /** There was no answer yet. */
  | 'connecting'
  | 'reading'
  /** More than `size` bytes. */
  | 'tooLarge';

/** An exchange that failed: how far it had come, and the reason as Node names it, `ECONNREFUSED` for instance. */
export class ExchangeError extends Error {
  constructor(
    readonly phase: Phase,
    readonly reason: { readonly code: string; readonly message: string },
  ) {
    super(reason.code);
  }
}

/**
 * Sends one request and reads its answer, whatever its status. No redirect is followed.
 * @throws {ExchangeError}, also when `signal` fired: the connection is closed then
 */
export async function fetchText({ url, headers, tls, ...outgoing }: Outgoing): Promise<Incoming> {
  const { fetch, FetchError, TrustInRequest } = await import('./fetch');
  const response: Response = await fetch(url, {
    ...outgoing,
    // Without this node-fetch asks for a connection of its own for every page.
    headers: { Connection: 'keep-alive', ...headers },
    redirect: 'manual',
    agent: url.protocol === 'https:' ? new TrustInRequest(tls) : undefined,
  }).catch((error: unknown) => {
    // What the client threw before it had a connection is about the request.
    throw new ExchangeError(error instanceof FetchError ? 'connecting' : 'making', reasonOf(error));
  });
  const body = await response.text().catch((error: unknown) => {
    const isTooLarge = error instanceof FetchError && error.type === 'max-size';
    throw new ExchangeError(isTooLarge ? 'tooLarge' : 'reading', reasonOf(error));
  });
  return { status: response.status, body, header: (name) => response.headers.get(name) ?? undefined };
}

function reasonOf(error: unknown): ExchangeError['reason'] {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: '' };
  const { code } = error as { readonly code?: unknown };
  // node-fetch puts the address before the words of the system.
  const message = error.message.replace(/^.*?, reason: /s, '');
  return { code: typeof code === 'string' ? code : error.name, message };
}
