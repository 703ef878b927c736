import { ApiError } from '../api/apiError';
import type { RequestRecord } from '../api/http/requestLog';

/** A failure for the log: in a user's words, and where an unexpected one came from. @param sentence those words */
export function formatFailure(error: unknown, sentence: string): string {
  const stack = error instanceof Error && !(error instanceof ApiError) ? (error.stack ?? '') : '';
  // The first lines are the message, which the sentence has already.
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return [sentence, ...places].join('\n');
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
    ...(rows === undefined ? [] : [rows === 1 ? '1 image' : `${String(rows)} images`]),
    ...(requestId === undefined ? [] : [requestId]),
  ].join(' · ');
}
