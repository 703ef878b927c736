import type { LogOutputChannel } from 'vscode';
import type { RequestLog, RequestRecord } from '../api/requestLog';
import { errorSentence } from './describeError';

/** Where finished requests are written down, and what went wrong where nobody waits for it. */
export function logsTo(output: LogOutputChannel): {
  readonly log: RequestLog;
  readonly report: (error: unknown) => void;
} {
  return {
    log: (record) => output.info(formatRequest(record)),
    report: (error) => output.error(errorSentence(error)),
  };
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
