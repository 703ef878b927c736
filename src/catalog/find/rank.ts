import type { FindEntry } from './entry';
import { isNumeric } from './terms';

/** How well a term is met; together they decide the order. */
const RANK = { whole: 7, labelStart: 5, label: 3, start: 2, inside: 1 } as const;

/** Digits of a number that may stand inside of another one: fewer are met by chance. */
const LEAST_DIGITS_INSIDE = 3;

/** How well an entry meets the terms, all of which it has to meet; `undefined` where it does not. */
export function findRank(entry: FindEntry, terms: readonly string[]): number | undefined {
  let rank = 0;
  for (const term of terms) {
    const own = termRank(entry, term);
    if (own === undefined) return undefined;
    rank += own;
  }
  const { text, labelTerms } = entry;
  const [first = ''] = terms;
  const begins = first !== '' && text.startsWith(` ${first}`);
  const unasked = Math.max(labelTerms - terms.length, 0);
  return rank * 16 + (begins ? 12 : 0) + Math.max(8 - unasked, 0);
}

function termRank({ text, labelEnd }: FindEntry, term: string): number | undefined {
  const anywhere = text.indexOf(term);
  if (anywhere === -1) return undefined;
  const start = text.charCodeAt(anywhere - 1) === BLANK ? anywhere : text.indexOf(` ${term}`, anywhere) + 1;
  if (start > 0 && start <= labelEnd) {
    return endsAt(text, start + term.length) ? RANK.whole : RANK.labelStart;
  }
  const isLong = !isNumeric(term) || term.length >= LEAST_DIGITS_INSIDE;
  if (isLong && anywhere < labelEnd) return RANK.label;
  if (start > 0) return RANK.start;
  return isLong ? RANK.inside : undefined;
}

const BLANK = 32;

/** Whether a term ends there, or a part of a version does. */
function endsAt(text: string, at: number): boolean {
  const next = text.charAt(at);
  return next === '' || next === ' ' || next === '\n' || next === '.';
}
