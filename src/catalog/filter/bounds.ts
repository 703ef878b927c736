import type { Image } from '../../api/images/image';
import type { Fields } from '../../base/fields';
import type { Bounds, TypedPeriod } from './criterion';
import { HERE_ONLY, type Definition } from './definition';
import type { ImageTest } from './imageTest';
import { isRelativeTime, parseInstant, parsePeriod } from './instant';

type NumberOf = (image: Image) => number | undefined;

const ENDS = ['min', 'above', 'max', 'below'] as const;
const TIMES = ['from', 'after', 'to', 'before'] as const;

/** A criterion on a number. An image that does not tell it is within no bounds. */
export function boundsDefinition(numberOf: NumberOf): Definition<Bounds> {
  return {
    read: (stored) => readSome(stored, ENDS, isAmount),
    test: (bounds) => within(numberOf, bounds),
    ...HERE_ONLY,
  };
}

/** A criterion on a time. An image that does not tell it is within no period. */
export function periodDefinition(timeOf: NumberOf): Definition<TypedPeriod> {
  return {
    read: (stored) => readSome(stored, TIMES, isTime),
    test: (period, now) => within(timeOf, periodBounds(period, now)),
    ...HERE_ONLY,
    isRelative: (period) => TIMES.some((end) => isRelativeTime(period[end] ?? '')),
  };
}

/**
 * The bounds of a period, milliseconds since 1970-01-01 UTC. An end that cannot be read is none.
 * @param now what ages count from, likewise
 */
export function periodBounds({ from, after, to, before }: TypedPeriod, now: number): Bounds {
  const endOf = (text: string | undefined, end: 'from' | 'to') => {
    const period = text === undefined ? 'unreadable' : parsePeriod(text, now);
    return typeof period === 'object' ? period[end] : undefined;
  };
  return {
    min: endOf(from, 'from'),
    above: endOf(after, 'to'),
    max: endOf(to, 'to'),
    below: endOf(before, 'from'),
  };
}

/** Whether a stored text is a time. */
export function isTime(value: unknown): value is string {
  return typeof value === 'string' && typeof parseInstant(value, Date.now()) === 'number';
}

function within(
  numberOf: NumberOf,
  { min = -Infinity, above = -Infinity, max = Infinity, below = Infinity }: Bounds,
): ImageTest {
  // An open end is no bound, and nothing is infinite.
  return (image) => {
    const value = numberOf(image);
    return value !== undefined && value >= min && value > above && value <= max && value < below;
  };
}

/** Those of some fields that are sound; `undefined` where none is. */
function readSome<Key extends string, T>(
  stored: Fields,
  keys: readonly Key[],
  isSound: (value: unknown) => value is T,
): { readonly [Each in Key]?: T } | undefined {
  const sound = keys.flatMap((key) => (isSound(stored[key]) ? [[key, stored[key]] as const] : []));
  return sound.length === 0 ? undefined : (Object.fromEntries(sound) as { readonly [Each in Key]?: T });
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
