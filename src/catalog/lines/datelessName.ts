import { datesIn, inOneWidth } from './dates';

/** What sets a date apart from the rest of a name. */
const BORDERS = ' \t\u3000_-.,:;@+~〜/・';
/** In pairs, by their places. */
const OPENERS = '([{「『【〔';
const CLOSERS = ')]}」』】〕';
const BORDERS_OR_OPENERS = `${BORDERS}${OPENERS}`;
const BORDERS_OR_CLOSERS = `${BORDERS}${CLOSERS}`;

/**
 * A name without the dates and times in it, and without what sets them apart, brackets around them included: `web_20231101`,
 * `web (2023-11-01)` and `web 20231101-1200` are `web`. A name without a date is left as it is.
 */
export function datelessName(name: string): string {
  const text = inOneWidth(name);
  let result = '';
  let end = 0;
  for (const { index, length } of datesIn(text)) {
    const [from, to] = widened(text, Math.max(index, end), index + length, end);
    result = joined(result, name.slice(end, from));
    end = to;
  }
  return end === 0 ? name : joined(result, name.slice(end));
}

/** The place of a date with what borders on it, and with the brackets that hold nothing else, or have no other half. */
function widened(text: string, from: number, to: number, least: number): readonly [number, number] {
  for (;;) {
    const place = from;
    const before = to === text.length ? BORDERS_OR_OPENERS : BORDERS;
    while (from > least && before.includes(text.charAt(from - 1))) from--;
    const behind = from === 0 ? BORDERS_OR_CLOSERS : BORDERS;
    const end = to;
    while (to < text.length && behind.includes(text.charAt(to))) to++;
    const bracket = from > least && to < text.length ? OPENERS.indexOf(text.charAt(from - 1)) : -1;
    if (bracket !== -1 && text.charAt(to) === CLOSERS[bracket]) {
      from--;
      to++;
    } else if (from === place && to === end) return [from, to];
  }
}

function joined(before: string, behind: string): string {
  const isOne =
    before === '' ||
    behind === '' ||
    OPENERS.includes(before.slice(-1)) ||
    CLOSERS.includes(behind.charAt(0));
  return `${before}${isOne ? '' : ' '}${behind}`;
}
