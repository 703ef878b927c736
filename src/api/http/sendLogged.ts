import { ApiError } from '../apiError';
import { Canceled } from '../../base/canceled';
import type { HttpAnswer, HttpRequest } from './http';
import type { RequestLog } from './requestLog';
import type { Trust } from './trust';

/** How the requests to one server are sent. */
export interface Connection {
  /** Seconds for one whole request. Read anew for each. */
  readonly timeout: () => number;
  readonly log: RequestLog;
  /** Beside the usual authorities. */
  readonly trust?: Trust;
}

/** What becomes of an answer. */
export interface AnswerReader<T> {
  /** @throws {ApiError} when the answer is of another kind than expected: that is what is logged then */
  readonly parse: (answer: HttpAnswer, host: string) => T;
  /** Images in it, where it is a list. */
  readonly rows?: (parsed: T) => number;
}

/** Reads nothing out of an answer: it is handed on as it is. */
export const WHOLE_ANSWER: AnswerReader<HttpAnswer> = { parse: (answer) => answer };

/** Sends one request, reads its answer and logs what became of it. @throws as `send` and `parse` */
export async function sendLogged<T>(
  request: Omit<HttpRequest, 'timeout' | 'trust'>,
  { timeout, log, trust }: Connection,
  { parse, rows }: AnswerReader<T>,
): Promise<T> {
  const { method, url } = request;
  const started = performance.now();
  const record = (outcome: number | string, requestId?: string, count?: number): void => {
    const milliseconds = Math.round(performance.now() - started);
    log({ method, url: url.href, outcome, milliseconds, rows: count, requestId });
  };
  try {
    // Loaded with the first request: no start waits for it.
    const { send } = await import('./http');
    const answer = await send({ ...request, timeout: timeout(), trust });
    const parsed = parse(answer, url.host);
    record(answer.status, answer.requestId, rows?.(parsed));
    return parsed;
  } catch (error) {
    if (error instanceof Canceled) record('canceled');
    else if (error instanceof ApiError) record(outcomeOf(error), error.details.requestId);
    throw error;
  }
}

function outcomeOf({ kind, details }: ApiError): number | string {
  return details.status === undefined || details.status < 300 ? kind : details.status;
}
