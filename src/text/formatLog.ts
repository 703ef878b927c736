import type { RequestRecord } from '../api/requestLog';

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
