import type { LogOutputChannel } from 'vscode';
import { ApiError, Canceled } from '../api/apiError';
import type { RequestLog, RequestRecord } from '../api/requestLog';
import { errorSentence } from './describeError';

/** Where finished requests are written down, and what went wrong where nobody waits for it. */
export function logsTo(output: LogOutputChannel): {
  readonly log: RequestLog;
  readonly report: (error: unknown) => void;
  readonly dispose: () => void;
} {
  // Requests that end with the window end after its channel.
  let isOpen = true;
  return {
    log: (record) => {
      if (isOpen) output.info(formatRequest(record));
    },
    report: (error) => {
      if (isOpen && !(error instanceof Canceled)) output.error(formatFailure(error));
    },
    dispose: () => {
      isOpen = false;
      output.dispose();
    },
  };
}

/** A failure for the log: in a user's words, and where an unexpected one came from. */
export function formatFailure(error: unknown): string {
  const stack = error instanceof Error && !(error instanceof ApiError) ? (error.stack ?? '') : '';
  // The first lines are the message, which the sentence has already.
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return [errorSentence(error), ...places].join('\n');
}

/** One line for the log: `GET https://… 200 · 112 ms · 100 images · req-…`. Addresses hold no secret. */
export function formatRequest({
  method,
  url,
  outcome,
  milliseconds,
  rows,
  requestId,
}: RequestRecord): string {
  return [
    `${method} ${url} → ${String(outcome)}`,
    `${String(milliseconds)} ms`,
    ...(rows === undefined ? [] : [`${String(rows)} images`]),
    ...(requestId === undefined ? [] : [requestId]),
  ].join(' · ');
}
