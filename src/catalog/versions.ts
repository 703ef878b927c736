import { memoize } from '../base/memoize';

/**
 * The words for what is not finished, by how near they are to it, the earliest first. A word of one letter is one only where
 * a number follows: `2.0b2` comes before 2.0, and `1.1.1b` behind 1.1.1.
 */
const PRE_RELEASES: readonly (readonly string[])[] = [
  ['dev', 'nightly', 'snapshot', 'canary'],
  ['alpha', 'a'],
  ['beta', 'b'],
  ['milestone', 'm'],
  ['preview', 'pre', 'prerelease', 'ea'],
  ['rc', 'cr'],
];

const STAGES: ReadonlyMap<string, number> = new Map(
  PRE_RELEASES.flatMap((words, stage) => words.map((word) => [word, stage] as const)),
);

/**
 * What of a version stays the same along a line: its first number, and the words that name an edition. `16.3.4` is `16`,
 * `3.0-beta` is `3`, `2014 Express` is `2014 express`, `latest-1.4.1` is `latest`.
 */
export const majorVersion = memoize((version: string): string => {
  const [first = '', ...others] = plainVersion(version).split(/[^\p{L}\d]+/u);
  const editions = others.filter((part) => /^\p{L}{2,}$/u.test(part) && !STAGES.has(part));
  return [withoutStage(first), ...editions].join(' ').trim();
});

/** `3rc1` is `3`. */
function withoutStage(part: string): string {
  const { number, word = '' } = /^(?<number>\d+)(?<word>\p{L}+)\d*$/u.exec(part)?.groups ?? {};
  return number !== undefined && STAGES.has(word) ? number : part;
}

/**
 * The order of versions, natural: 16.10 follows 16.9, 2.0 its release candidates, and 1.1.1a follows 1.1.1. What begins with
 * a word, such as `latest`, follows all that begins with a number.
 * @returns negative where the first is the older one; 0 where neither is
 */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const [ours, theirs] = [partsOf(a), partsOf(b)];
  for (let at = 0; at < ours.length || at < theirs.length; at++) {
    const order = compareParts(ours[at] ?? END, theirs[at] ?? END);
    if (order !== 0) return order;
  }
  return 0;
}

/** A number, a word, or the end of a version. */
interface Part {
  /** Orders parts of different sorts. */
  readonly rank: number;
  /** A number without zeros before it, or a word; that of a stage says nothing more. */
  readonly text: string;
}

/** What is not finished comes before the end of a version, any other word behind it, and a number behind all. */
const RANKS = { end: 0, word: 1, number: 2, firstWord: 3 } as const;

const END: Part = { rank: RANKS.end, text: '' };

const partsOf = memoize((version: string): readonly Part[] => {
  const texts = Array.from(
    plainVersion(version).matchAll(/0*(\d+)|(\p{L}+)/gu),
    ([, number, word]) => number ?? word,
  );
  return texts.map((text = '', at): Part => {
    if (isNumber(text)) return { rank: RANKS.number, text };
    if (at === 0) return { rank: RANKS.firstWord, text };
    const stage = text.length > 1 || isNumber(texts[at + 1]) ? STAGES.get(text) : undefined;
    return stage === undefined ? { rank: RANKS.word, text } : { rank: stage - STAGES.size, text: '' };
  });
});

function compareParts(a: Part, b: Part): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  // Of two numbers the longer one is the greater one; there may be more digits than a number holds.
  if (a.rank === RANKS.number && a.text.length !== b.text.length) return a.text.length - b.text.length;
  return a.text < b.text ? -1 : Number(a.text > b.text);
}

function isNumber(part: string | undefined): boolean {
  return part !== undefined && /^\d/.test(part);
}

/** A version as it is compared: in one width and small letters, without the `v` before its first number. */
export function plainVersion(version: string): string {
  return version
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*v\.?\s*(?=\d)/, '');
}
