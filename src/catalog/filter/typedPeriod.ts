import { periodBounds } from './bounds';
import type { TypedPeriod } from './criterion';
import { parsePeriod, type InstantProblem } from './instant';
import { AMOUNT_WORDS, endsOf, plainRange, sidesOf, TIME_WORDS, type Side } from './rangeWords';
import { readAge, isAge } from './typedAge';

/** Why a text is no period. */
export type PeriodProblem = InstantProblem | 'endBeforeStart';

/** An age has two sides by how long it is: older than a year is before. */
const OF_AGE = { '>=': 'to', '>': 'before', '<=': 'from', '<': 'from' } as const satisfies Record<
  Side,
  keyof TypedPeriod
>;
const OF_TIME = { '>=': 'from', '>': 'after', '<=': 'to', '<': 'before' } as const satisfies Record<
  Side,
  keyof TypedPeriod
>;

const sideOfAmount = sidesOf(AMOUNT_WORDS);
const sideOfTime = sidesOf(TIME_WORDS);

/**
 * Reads a period as people write it: `1y` (the last year), `>1y`, `older than 1y`, `2024`, `2024-05`, `2024..2025`,
 * `since 2024`, `1年以上前`. In what comes of it times are as `parseInstant` reads them.
 * @param now milliseconds since 1970-01-01 UTC
 */
export function readPeriod(typed: string, now: number): TypedPeriod | PeriodProblem {
  const text = plainRange(typed);
  return simple(text) ?? sided(text) ?? between(text, now) ?? noSuchDateIn(text, now);
}

function simple(text: string): TypedPeriod | undefined {
  const age = readAge(text);
  if (age !== undefined) return { from: age };
  const date = dateText(text.replace(/^(?:in|on|at|during)\b/i, ''));
  return date === undefined ? undefined : { from: date, to: date };
}

function sided(text: string): TypedPeriod | undefined {
  const amount = sideOfAmount(text);
  const age = amount && readAge(amount.limit);
  if (age !== undefined && amount !== undefined) return { [OF_AGE[amount.side]]: age };
  const time = sideOfTime(text);
  const limit = time && (dateText(time.limit) ?? readAge(time.limit));
  return limit === undefined || time === undefined ? undefined : { [OF_TIME[time.side]]: limit };
}

function between(text: string, now: number): TypedPeriod | PeriodProblem | undefined {
  for (const [start, end] of endsOf(text)) {
    const [from, to] = [start, end].map((time) => readAge(time) ?? dateText(time));
    if (from !== undefined && to !== undefined) return ordered({ from, to }, now);
    if (from !== undefined && end === '') return { from };
    if (to !== undefined && start === '') return { to };
  }
  return undefined;
}

/** Of two ages the longer one is the start, wherever it stands. */
function ordered(
  period: { readonly from: string; readonly to: string },
  now: number,
): TypedPeriod | PeriodProblem {
  const { from, to } = period;
  const { min = 0, max = 0 } = periodBounds(period, now);
  if (min <= max) return period;
  return isAge(from) && isAge(to) ? { from: to, to: from } : 'endBeforeStart';
}

/** A year, a month, a day or a time as `parseInstant` reads it; `undefined` where it is none. */
function dateText(text: string): string | undefined {
  const plain = text
    .replace(/^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/, (_all, ...parts: (string | undefined)[]) =>
      parts
        .slice(0, 3)
        .filter((part) => part !== undefined)
        .join('-'),
    )
    .trim();
  return !isAge(plain) && typeof parsePeriod(plain, 0) === 'object' ? plain : undefined;
}

function noSuchDateIn(text: string, now: number): PeriodProblem {
  const dates = text.match(/\d{4}[-/]\d{1,2}(?:[-/]\d{1,2}(?:T[\d:]+)?)?/gi) ?? [];
  return dates.some((date) => parsePeriod(date, now) === 'noSuchDate') ? 'noSuchDate' : 'unreadable';
}

/** A period as a text that is read as the same period. */
export function periodText({ from, after, to, before }: TypedPeriod): string {
  if (from !== undefined && to !== undefined) return from === to && !isAge(from) ? from : `${from}..${to}`;
  if (from !== undefined) return isAge(from) ? from : `${from}..`;
  if (to !== undefined) return isAge(to) ? `≥${to}` : `..${to}`;
  return before === undefined ? `>${after ?? ''}` : `${isAge(before) ? '>' : '<'}${before}`;
}
