import { isRelativeTime, type AgeUnit } from './instant';

/** How people write the units of an age, in English and Japanese. */
const UNIT_WORDS: Readonly<Record<AgeUnit, string>> = {
  m: 'm|mins?|minutes?|分間?',
  h: 'h|hrs?|hours?|時間',
  d: 'd|days?|日間?',
  w: 'w|wks?|weeks?|週間?',
  mo: 'mos?|months?|[かヶカヵケ箇]月間?',
  y: 'y|yrs?|years?|年間?',
};

const UNITS = Object.entries(UNIT_WORDS).map(([unit, words]) => ({
  unit,
  pattern: new RegExp(`^(?:(?<count>\\d{1,6})|an?|one)?\\s*(?:${words})$`, 'i'),
}));

/**
 * An age as people write it, in the form that `parseInstant` reads: `1 year`, `a year`, `半年`, `1年前`. `undefined` where
 * it is none.
 */
export function readAge(text: string): string | undefined {
  const plain = text.replace(/(?: ago|前)$/i, '').trim();
  if (/^(?:half a year|半年)$/i.test(plain)) return '6mo';
  // 2024年 is a year on the calendar, and a letter or two are the beginning of something.
  if (/^\d{4}年$/.test(plain) || (plain.length < 3 && !/\d/.test(plain))) return undefined;
  for (const { unit, pattern } of UNITS) {
    const match = pattern.exec(plain);
    if (match !== null) return `${Number(match.groups?.count ?? 1)}${unit}`;
  }
  return undefined;
}

/** Whether a time is an age: it counts from now. */
export function isAge(text: string): boolean {
  return isRelativeTime(text);
}
