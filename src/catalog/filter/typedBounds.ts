import { formatGib } from '../../base/formatGib';
import type { Bounds } from './criterion';
import { AMOUNT_WORDS, bothSidesOf, endsOf, plainRange, sidesOf, type Side } from './rangeWords';

/** Why a text is no range: it is none, or its end comes before its start. */
export type BoundsProblem = 'unreadable' | 'endBeforeStart';

/** What was typed for a range of sizes, GiB: one number, or ends. */
export type TypedBounds = { readonly exactly: number } | { readonly bounds: Bounds };

const KEYS = { '>=': 'min', '>': 'above', '<=': 'max', '<': 'below' } as const satisfies Record<
  Side,
  keyof Bounds
>;

const AMOUNT = /^(?<count>\d{1,7}(?:\.\d{1,6})?)\s*(?<unit>[mgt]|ギガ|メガ|テラ)?(?:i?b|バイト)?$/i;

/** GiB; what people call GB is that. */
const GIB: Readonly<Record<string, number>> = {
  m: 1 / 1024,
  メガ: 1 / 1024,
  g: 1,
  ギガ: 1,
  t: 1024,
  テラ: 1024,
};

const sideOf = sidesOf(AMOUNT_WORDS);

/** Reads a range of sizes as people write it: `5`, `>5`, `5+`, `5 GB`, `500 MB`, `30-100`, `-10`, `5GB以上`, `>5 <10`. */
export function readBounds(typed: string): TypedBounds | BoundsProblem {
  const text = plainRange(typed);
  const exactly = gibOf(text);
  if (exactly !== undefined) return { exactly };
  const { side, limit = '' } = sideOf(text) ?? {};
  const amount = gibOf(limit);
  if (side !== undefined && amount !== undefined) return { bounds: { [KEYS[side]]: amount } };
  return betweenSides(text) ?? between(text);
}

function betweenSides(text: string): TypedBounds | BoundsProblem | undefined {
  for (const [one, other] of bothSidesOf(text, sideOf)) {
    const [lower, upper] = one.side.startsWith('>') ? [one, other] : [other, one];
    if (!lower.side.startsWith('>') || !upper.side.startsWith('<')) continue;
    const [max, min] = [gibOf(upper.limit), gibOf(lower.limit, unitOf(upper.limit))];
    if (min === undefined || max === undefined) continue;
    return min > max ? 'endBeforeStart' : { bounds: { [KEYS[lower.side]]: min, [KEYS[upper.side]]: max } };
  }
  return undefined;
}

function between(text: string): TypedBounds | BoundsProblem {
  for (const [from, to] of endsOf(text)) {
    const max = gibOf(to);
    // In "30-100 MB" both are MB.
    const min = gibOf(from, unitOf(to));
    if (min !== undefined && max !== undefined) {
      return min > max ? 'endBeforeStart' : { bounds: { min, max } };
    }
    if (min !== undefined && to === '') return { bounds: { min } };
    if (max !== undefined && from === '') return { bounds: { max } };
  }
  const max = gibOf(text.replace(/まで$/, ''));
  return max === undefined ? 'unreadable' : { bounds: { max } };
}

/** GiB. @param other the unit where none is written */
function gibOf(text: string, other = 'g'): number | undefined {
  const { count, unit = other } = AMOUNT.exec(text)?.groups ?? {};
  const gib = GIB[unit.toLowerCase()];
  return count === undefined || gib === undefined ? undefined : Number(count) * gib;
}

function unitOf(text: string): string | undefined {
  return AMOUNT.exec(text)?.groups?.unit;
}

/** A range as a text that is read as the same range. @param bounds GiB */
export function boundsText({ min, above, max, below }: Bounds): string {
  if (min !== undefined && max !== undefined) return `${formatGib(min)}-${formatGib(max)}`;
  const ends = [
    ['≥', min],
    ['>', above],
    ['≤', max],
    ['<', below],
  ] as const;
  return ends.flatMap(([sign, limit]) => (limit === undefined ? [] : `${sign}${formatGib(limit)}`)).join(' ');
}
