/** Which side of a limit is meant, and whether the limit belongs to it. */
export type Side = '>' | '>=' | '<' | '<=';

/** A text that says a side, without what says it. */
export interface Sided {
  readonly side: Side;
  readonly limit: string;
}

/** What stands before a limit or behind it, as people write it in English and Japanese. */
export interface SideWords {
  readonly before: Readonly<Record<Side, string>>;
  readonly behind: Readonly<Record<Side, string>>;
}

/** Words of an amount: of a size, or of how long ago something was. */
export const AMOUNT_WORDS: SideWords = {
  before: {
    '>=': '>=|=>|≥|≧|at least|min(?:imum)?',
    '>': '>|more than|over|above|(?:larger|bigger|greater|older) than',
    '<=': '<=|=<|≤|≦|at most|up to|max(?:imum)?',
    '<': '<|less than|under|below|within|(?:smaller|newer|younger) than|(?:in )?(?:the )?(?:last|past)|過去|直近|最近',
  },
  behind: {
    '>=': '\\+|以上(?:前|古い)?|or (?:more|larger|older|earlier)|and (?:more|up)',
    '>': 'より(?:大きい|多い|前|古い)|を?超(?:える|え)?',
    '<=': '以(?:下|内)|or (?:less|smaller|newer)',
    '<': '未満|より(?:小さい|少ない|新しい)',
  },
};

/** Words of a point of time: `>` is after it. */
export const TIME_WORDS: SideWords = {
  before: {
    '>=': '>=|=>|≥|≧|since|from',
    '>': '>|after|(?:newer|later) than',
    '<=': '<=|=<|≤|≦|until|till|through|up to',
    '<': '<|before|(?:older|earlier) than',
  },
  behind: {
    '>=': '\\+|以[降後]|から',
    '>': 'より後',
    '<=': '以前|まで',
    '<': 'より前',
  },
};

/** Reads the words of a side; nothing where a text has none. */
export function sidesOf(words: SideWords): (text: string) => Sided | undefined {
  const sides = Object.keys(words.before) as readonly Side[];
  const patterns = sides.flatMap((side) => [
    { side, pattern: new RegExp(`^(?:${words.before[side]})(?<limit>.+)$`, 'i') },
    { side, pattern: new RegExp(`^(?<limit>.+?)(?:${words.behind[side]})$`, 'i') },
  ]);
  return (text) => {
    for (const { side, pattern } of patterns) {
      const limit = pattern.exec(text)?.groups?.limit?.trim();
      if (limit !== undefined && limit !== '') return { side, limit };
    }
    return undefined;
  };
}

/** What people put between the two ends of a range. */
const BETWEEN = /\.\.+|[~〜]|から|\bto\b|\band\b|-/gi;

/** All ways to read a text as two ends, of which one may be empty, in the order of what parts them. */
export function endsOf(text: string): readonly (readonly [from: string, to: string])[] {
  const whole = text.replace(/^(?:between|from)\b/i, '').replace(/まで$/, '');
  return [...whole.matchAll(BETWEEN)].map(({ 0: mark, index }) => [
    whole.slice(0, index).trim(),
    whole.slice(index + mark.length).trim(),
  ]);
}

/** Between two sides of a range: `>5 <10`, `at least 5 and less than 10`, `5以上10未満`. */
const BETWEEN_SIDES = /[、,]\s*|\s+(?:and\s+)?|(?<=以上|超える|超)/gi;

/** All ways to read a text as two sides. */
export function bothSidesOf(
  text: string,
  sideOf: (text: string) => Sided | undefined,
): readonly (readonly [Sided, Sided])[] {
  return [...text.matchAll(BETWEEN_SIDES)].flatMap(({ 0: mark, index }) => {
    const [one, other] = [sideOf(text.slice(0, index)), sideOf(text.slice(index + mark.length))];
    return one === undefined || other === undefined ? [] : [[one, other] as const];
  });
}

/** A text in one width, with one kind of hyphen, for which Japanese input methods write ー, without needless blanks. */
export function plainRange(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐-―−ー]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
