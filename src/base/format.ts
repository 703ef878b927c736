import { memoize } from './memoize';

const KIB = 1024;
const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

type DurationUnit = 'second' | 'minute' | 'hour' | 'day';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Bytes as people read them, in binary units with one decimal: "4.1 GiB". */
export function formatBytes(bytes: number, locale: string): string {
  let value = Math.abs(bytes);
  let unit = 0;
  // 1023.96 would be rounded to "1,024.0 MiB".
  while (value >= KIB - 0.05 && unit < UNITS.length - 1) {
    value /= KIB;
    unit++;
  }
  return `${oneDecimal(locale).format(Math.sign(bytes) * value)} ${UNITS[unit] ?? ''}`;
}

/** "4,353,687,552 bytes" in the language's own word. */
export function formatExactBytes(bytes: number, locale: string): string {
  return units.byte(locale).format(bytes);
}

/** "1,234". */
export function formatCount(count: number): string {
  // Numbers look the same in the languages that there are words in.
  return whole('en').format(count);
}

/** "1 second", "90 seconds". */
export function formatSeconds(seconds: number, locale: string): string {
  return units.second(locale).format(seconds);
}

/** `YYYY-MM-DD` in the local zone, the same in every language: columns of it line up. */
export function formatDate(ms: number): string {
  const date = new Date(ms);
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** The same with the time to the second: `YYYY-MM-DD hh:mm:ss`. */
export function formatSecond(ms: number): string {
  const date = new Date(ms);
  return `${formatDate(ms)} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':')}`;
}

/** Disk sizes in GiB, which people call GB: "30 GB", "30 · 100 GB". @param disks one at least */
export function formatDisks(disks: readonly number[]): string {
  return `${disks.join(' · ')} GB`;
}

/** Date, time to the second and zone, in the local zone and the language's own order. */
export function formatDateTime(ms: number, locale: string): string {
  return dateTime(locale).format(ms);
}

/** A length of time in its largest unit: "3 hours", "45 seconds". @param ms milliseconds */
export function formatDuration(ms: number, locale: string): string {
  const { value, unit } = inLargestUnit(Math.abs(ms));
  return units[unit](locale).format(value);
}

/** How long ago, or how far ahead: "3 hours ago". @param ms milliseconds since 1970 */
export function formatAge(ms: number, now: number, locale: string): string {
  const { value, unit } = inLargestUnit(Math.abs(now - ms));
  return relativeTime(locale).format(ms > now ? value : -value, unit);
}

function inLargestUnit(ms: number): { readonly value: number; readonly unit: DurationUnit } {
  // What rounds up to the next unit is said in that unit: never "60 minutes".
  if (ms >= DAY - HOUR / 2) return { value: Math.round(ms / DAY), unit: 'day' };
  if (ms >= HOUR - MINUTE / 2) return { value: Math.round(ms / HOUR), unit: 'hour' };
  if (ms >= MINUTE - 500) return { value: Math.round(ms / MINUTE), unit: 'minute' };
  return { value: Math.round(ms / 1000), unit: 'second' };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function unitOf(unit: 'byte' | DurationUnit) {
  return memoize((locale) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }));
}

// `Intl` objects are dear to make and cheap to use.
const oneDecimal = memoize((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const whole = memoize((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const units = {
  byte: unitOf('byte'),
  second: unitOf('second'),
  minute: unitOf('minute'),
  hour: unitOf('hour'),
  day: unitOf('day'),
} as const;

const dateTime = memoize(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    }),
);

const relativeTime = memoize((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));
