import type { JsonValue } from '../../base/json';
import { utcTime } from '../../base/utcTime';

/** The last day with a year of four digits, and before the clocks of any zone are past it. */
const LATEST_TIME = Date.UTC(9999, 11, 31);

/** A text or a number as text; empty for anything else. */
export function stringOf(value: JsonValue | undefined): string {
  // eslint-disable-next-line no-restricted-syntax -- the text of nothing, as documented
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** What no image can have is no amount: below nothing, or more than can be told apart. */
export function amountOf(value: JsonValue | undefined, most = Number.MAX_SAFE_INTEGER): number | undefined {
  const isWritten = typeof value === 'string' && value.trim() !== '';
  const amount = typeof value === 'number' || isWritten ? Number(value) : NaN;
  return amount >= 0 && amount <= most ? amount : undefined;
}

/** Milliseconds since 1970-01-01 UTC; servers write `YYYY-MM-DDTHH:MM:SSZ`. */
export function timeOf(value: JsonValue | undefined): number | undefined {
  const time = typeof value === 'string' ? utcTime(value) : undefined;
  return time !== undefined && time >= 0 && time <= LATEST_TIME ? time : undefined;
}

/** A time for a request, in whole seconds: a form that every server takes, and in which no `+` has to be escaped. */
export function utcSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
