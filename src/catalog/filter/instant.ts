/** `unreadable`: neither a time nor a length of time; `noSuchDate`: written as a date, but in no calendar. */
export type InstantProblem = 'unreadable' | 'noSuchDate';

/** A stretch of time, milliseconds since 1970-01-01 UTC, both ends included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/**
 * The instant that a text means: a year, a month or a date (its first moment) or a date with a time, in ISO form, or an
 * age: `30m`, `12h`, `7d`, `2w`, `6mo`, `1y`. Without a zone it is meant in the local one, as the times that are shown are.
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
  const age = parseAge(plain);
  return age === undefined ? onCalendar(plain) : before(now, age);
}

/** Whether a text means another time when it is read later. */
export function isRelativeTime(text: string): boolean {
  return parseAge(text) !== undefined;
}

/** A length of time, as people count it. */
export interface Age {
  readonly count: number;
  readonly unit: AgeUnit;
}

/** What ages are counted in: minutes, hours, days, weeks, months, years. */
export type AgeUnit = keyof typeof UNITS;

/** Reads an age: `30m`, `12h`, `7d`, `2w`, `6mo`, `1y`. `undefined` where it is none. */
export function parseAge(text: string): Age | undefined {
  const { count, unit } = AGE.exec(plainText(text))?.groups ?? {};
  return unit === undefined ? undefined : { count: Number(count), unit: unit.toLowerCase() as AgeUnit };
}

/** Japanese input methods leave full-width digits and letters. */
function plainText(text: string): string {
  return text.normalize('NFKC').trim();
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Milliseconds, or months: these and years are as long as the calendar has them. */
const UNITS = {
  m: { ms: MINUTE },
  h: { ms: 60 * MINUTE },
  d: { ms: DAY },
  w: { ms: 7 * DAY },
  mo: { months: 1 },
  y: { months: 12 },
} as const;

const AGE = new RegExp(`^(?<count>\\d+)\\s*(?<unit>${Object.keys(UNITS).join('|')})$`, 'i');

function before(now: number, { count, unit }: Age): Period {
  const length = UNITS[unit];
  const at = 'ms' in length ? now - count * length.ms : monthsBefore(now, count * length.months);
  // "99999999w" is as far back as there are times.
  const from = Math.max(0, Number.isNaN(at) ? 0 : at);
  return { from, to: from };
}

/** On the same day of the month, or on its last one where it has no such day. */
function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  const day = date.getDate();
  date.setMonth(date.getMonth() - months);
  // March 31st less a month is February 31st, which `Date` takes for March 3rd.
  if (date.getDate() !== day) date.setDate(0);
  return date.getTime();
}

const TIME = /(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?/;
const ZONE = /(?<zone>Z|[+-]\d{2}:?\d{2})/;
const DAY_OF_MONTH = `(?<day>\\d{1,2})(?:(?:T|\\s+)${TIME.source}\\s*${ZONE.source}?)?`;
const CALENDAR = new RegExp(`^(?<year>\\d{4})(?:[-/](?<month>\\d{1,2})(?:[-/]${DAY_OF_MONTH})?)?$`, 'i');

type DateFields = [year: number, month: number, day: number, hour: number, minute: number, second: number];

function onCalendar(text: string): Period | InstantProblem {
  const { year, month, day, hour, minute, second, zone } = CALENDAR.exec(text)?.groups ?? {};
  if (year === undefined) return 'unreadable';
  const fields: DateFields = [
    Number(year),
    Number(month ?? 1) - 1,
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  ];
  if (!exists(fields)) return 'noSuchDate';
  const told = [year, month, day, minute, minute, second];
  const smallest = told.findLastIndex((field) => field !== undefined);
  const next = fields.with(smallest, (fields[smallest] ?? 0) + 1) as DateFields;
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
