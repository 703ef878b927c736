/** The status words that servers are known to use, in the order in which they are offered. */
export const STATUSES = ['ACTIVE', 'SAVING', 'ERROR', 'DEACTIVATED', 'DELETED', 'UNKNOWN'] as const;
/** A status word that is known; an image may have any other. */
export type Status = (typeof STATUSES)[number];

/** What counts for an image whose server tells no status. */
export const NO_STATUS: Status = 'UNKNOWN';

/** The usual one first, then what may need attention; words that are not known follow, and what is gone comes last. */
const RANKS: Readonly<Record<Status, number>> = {
  ACTIVE: 0,
  SAVING: 1,
  ERROR: 2,
  DEACTIVATED: 3,
  UNKNOWN: 4,
  DELETED: 6,
};
const OTHER = 5;

/** For `sort`. @param names the order of words that are not known */
export function statusOrder(names: (a: string, b: string) => number): (a: string, b: string) => number {
  return (a, b) => rankOf(a) - rankOf(b) || names(a, b);
}

function rankOf(word: string): number {
  return isStatus(word) ? RANKS[word] : OTHER;
}

/** Whether it is one of the known words, in capitals as servers write it. */
export function isStatus(word: string): word is Status {
  return Object.hasOwn(RANKS, word);
}

/** Compares with one of the known words, so that no other can be meant by mistake. */
export function hasStatus({ status }: { readonly status: string }, word: Status): boolean {
  return status === word;
}

/** The same for a word that was typed or stored, in whatever letter case. */
export function meansStatus(text: string, word: Status): boolean {
  return text.toUpperCase() === word;
}
