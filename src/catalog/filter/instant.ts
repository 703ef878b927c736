/** `unreadable`: neither a time nor a length of time; `noSuchDate`: written as a date, but in no calendar. */
export type InstantProblem = 'unreadable' | 'noSuchDate';

/** A stretch of time, milliseconds since 1970-01-01 UTC, both ends included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/**
 * The instant that a text means: a date (its first moment) or a date with a time, in ISO form, or how long ago:
 * `30m`, `12h`, `7d`, `2w`. Without a zone it is meant in the local one, as the times that are shown are.
 * @param now milliseconds since 1970-01-01 UTC
 * @returns milliseconds since 1970-01-01 UTC
 */
export function parseInstant(text: string, now: number): number | InstantProblem {
  const period = parsePeriod(text, now);
  return typeof period === 'string' ? period : period.from;
}

/** The whole of what a text means, as `parseInstant` reads it: a date is its day, a time without seconds its minute. */
export function parsePeriod(text: string, now: number): Period | InstantProblem {
  const plain = plainText(text);
  return ago(plain, now) ?? onCalendar(plain);
}

/** Whether a text means another time when it is read later. */
export function isRelativeTime(text: string): boolean {
  return ago(plainText(text), 0) !== undefined;
}

/** Japanese input methods leave full-width digits and letters. */
function plainText(text: string): string {
  return text.normalize('NFKC').trim();
}

const MINUTE = 60_000;
const LENGTHS: Readonly<Record<string, number>> = {
  m: MINUTE,
  h: 60 * MINUTE,
  d: 24 * 60 * MINUTE,
  w: 7 * 24 * 60 * MINUTE,
};

function ago(text: string, now: number): Period | undefined {
  const { count, unit } = /^(?<count>\d+)\s*(?<unit>[mhdw])$/i.exec(text)?.groups ?? {};
  const length = LENGTHS[unit?.toLowerCase() ?? ''];
  if (length === undefined) return undefined;
  // "99999999w" is as far back as there are times.
  const at = Math.max(0, now - Number(count) * length);
  return { from: at, to: at };
}

const DATE = /(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})/;
const TIME = /(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?/;
const ZONE = /(?<zone>Z|[+-]\d{2}:?\d{2})/;
const CALENDAR = new RegExp(`^${DATE.source}(?:(?:T|\\s+)${TIME.source}\\s*${ZONE.source}?)?$`, 'i');

type DateFields = [year: number, month: number, day: number, hour: number, minute: number, second: number];

function onCalendar(text: string): Period | InstantProblem {
  const { year, month, day, hour, minute, second, zone } = CALENDAR.exec(text)?.groups ?? {};
  if (year === undefined) return 'unreadable';
  const fields: DateFields = [
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  ];
  if (!exists(fields)) return 'noSuchDate';
  const smallest = hour === undefined ? 2 : second === undefined ? 4 : 5;
  const next = fields.with(smallest, fields[smallest] + 1) as DateFields;
  return { from: instantOf(fields, zone), to: instantOf(next, zone) - 1 };
}

/** `Date` takes February 30th for March 1st or 2nd. */
function exists(fields: DateFields): boolean {
  const date = new Date(Date.UTC(...fields));
  const made: DateFields = [
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
  return made.every((field, at) => field === fields[at]);
}

function instantOf(fields: DateFields, zone: string | undefined): number {
  if (zone === undefined) return new Date(...fields).getTime();
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(zone) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE;
  return Date.UTC(...fields) - (sign === '-' ? -offset : offset);
}
