import { memoize } from '../../base/memoize';

/**
 * What of a version stays the same along a line: its first number, and the words that name an edition. `16.3.4` is `16`,
 * `2014 Express` is `2014 express`, `latest-1.4.1` is `latest`.
 */
export const majorVersion = memoize((version: string): string => {
  const [first = '', ...others] = version.toLowerCase().split(/[^\p{L}\d]+/u);
  // A `v` before the number says nothing.
  return [first.replace(/^v(?=\d)/, ''), ...others.filter((part) => /^\p{L}{2,}$/u.test(part))]
    .join(' ')
    .trim();
});

/**
 * The order of versions, natural: 16.10 follows 16.9, 2.0 its release candidates, and 1.1.1a follows 1.1.1.
 * @returns negative where the first is the older one; 0 where neither is
 */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const [ours, theirs] = [partsOf(a), partsOf(b)];
  for (let at = 0; at < ours.length || at < theirs.length; at++) {
    const order = compareParts(ours[at], theirs[at]);
    if (order !== 0) return order;
  }
  return 0;
}

/** A number without zeros before it, or a word. */
const partsOf = memoize((version: string): readonly string[] =>
  Array.from(version.toLowerCase().matchAll(/0*(\d+)|(\p{L}+)/gu), ([, number, word]) =>
    String(number ?? word),
  )
    // A `v` before the first number says nothing.
    .filter((part, at) => at > 0 || part !== 'v'),
);

function compareParts(a: string | undefined, b: string | undefined): number {
  const order = rankOf(a) - rankOf(b);
  if (order !== 0 || a === undefined || b === undefined) return order;
  // Of two numbers the longer one is the greater one; there may be more digits than a number holds.
  if (isNumber(a) && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : Number(a > b);
}

/** What is not finished comes before the end of a version, any other word behind it, and a number behind all. */
function rankOf(part: string | undefined): number {
  if (part === undefined) return 1;
  if (isNumber(part)) return 3;
  return /^(?:alpha|beta|dev|pre|preview|rc)$/.test(part) ? 0 : 2;
}

function isNumber(part: string): boolean {
  return /^\d/.test(part);
}
