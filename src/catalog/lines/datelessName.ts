const YEAR = '(?:19|20)\\d\\d';
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const SHORT_MONTH = '(?:1[0-2]|0?[1-9])';
const SHORT_DAY = '(?:[12]\\d|3[01]|0?[1-9])';
const MINUTE = '[0-5]\\d';

/** `1200`, `12:00:05`, `T120000Z`, `12時00分`: a time as it stands behind a date. */
const TIME = `[T_. -]?(?:[01]\\d|2[0-3])[:._時-]?${MINUTE}(?:[:._分-]?${MINUTE}秒?|分)?(?:Z|[+-]\\d\\d:?\\d\\d)?`;

/**
 * A day or a month of a year, however it is written, perhaps with a time. What has more digits is a number, and with short
 * numbers and dots it is a version.
 */
const DATE = new RegExp(
  `(?<!\\d)(?:(?:${[
    `${YEAR}(?<separator>[-_./ ]?)${MONTH}\\k<separator>${DAY}`,
    `${YEAR}(?<short>[-/])${SHORT_MONTH}\\k<short>${SHORT_DAY}`,
    `${YEAR}年${SHORT_MONTH}月(?:${SHORT_DAY}日)?`,
  ].join('|')})(?:${TIME})?|${YEAR}[-/]${MONTH})(?!\\d|[gt]b)`,
  'gi',
);

/** What sets a date apart from the rest of a name. */
const BORDERS = ' \t\u3000_-.,:;@+~/()（）[]［］【】';

/**
 * A name without the dates and times in it, and without what sets them apart: `web_20231101`, `web-2023-11-01` and
 * `web 20231101-1200` are `web`. A name without a date is left as it is.
 */
export function datelessName(name: string): string {
  const pieces = name.replace(DATE, '\n').split('\n');
  if (pieces.length === 1) return name;
  return pieces
    .map((piece, at) => trimmed(piece, at > 0, at < pieces.length - 1))
    .filter((piece) => piece !== '')
    .join(' ');
}

/** Without what borders on a date, before or behind it. */
function trimmed(piece: string, isBehind: boolean, isBefore: boolean): string {
  let from = 0;
  let to = piece.length;
  while (isBehind && from < to && BORDERS.includes(piece.charAt(from))) from++;
  while (isBefore && to > from && BORDERS.includes(piece.charAt(to - 1))) to--;
  return piece.slice(from, to);
}
