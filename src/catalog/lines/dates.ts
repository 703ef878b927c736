const YEAR = '(?:19|20)\\d\\d';
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const SHORT_MONTH = '(?:1[0-2]|0?[1-9])';
const SHORT_DAY = '(?:[12]\\d|3[01]|0?[1-9])';
/** From 2010: of an earlier day there is no image, and small numbers are versions. */
const TWO_DIGIT_YEAR = '[1-3]\\d';
const WEEKDAY = ' ?\\([月火水木金土日]\\)';

const HOUR = '(?:[01]\\d|2[0-3])';
const MINUTE = '[0-5]\\d';
const SECOND = `${MINUTE}(?:[.,](?:\\d{3,9}|\\d{1,2}(?=Z|[+-]\\d\\d)))?`;
/** A unit or a zone is not the beginning of a word: in `1200-amd64` there is none. */
const ALONE = '(?![a-z\\d])';
const ZONE = `(?:(?:Z| ?(?:UTC|GMT|JST))${ALONE}|[+-](?:0\\d|1[0-4]):?[0-5]\\d|\\+(?:0\\d|1[0-4]))`;

/** `1200`, `12:00:05.123`, `T120000Z`, `9:05`, `09h30`, `12時00分`: a time as it stands behind a date. */
const TIME = `(?: ?[,T_.-] ?| )?(?:${[
  `${HOUR}[:._時h-]?${MINUTE}(?:[:._分m-]?${SECOND}(?:秒|s${ALONE})?|分|m${ALONE})?`,
  `\\d[:時h]${MINUTE}(?:[:分m]${SECOND}(?:秒|s${ALONE})?|分|m${ALONE})?`,
  `(?:${HOUR}|\\d)(?:時|h${ALONE})`,
].join('|')})(?: ?[ap]m${ALONE})?${ZONE}?`;

/**
 * A day or a month of a year, however it is written, perhaps with a time. What has more digits is a number, and with short
 * numbers and dots it is a version. Six digits are a day or a month, where no dot makes them part of a version.
 */
const DATE = new RegExp(
  `(?<!\\d)(?=\\d{4})(?:${[
    `(${[
      `${YEAR}([-_./ ]?)${MONTH}\\2${DAY}`,
      `${YEAR}([-/])${SHORT_MONTH}\\3${SHORT_DAY}`,
      `${YEAR}年${SHORT_MONTH}月(?:${SHORT_DAY}日)?`,
    ].join('|')})(?:${WEEKDAY})?(?:${TIME})?`,
    `${YEAR}[-/]${MONTH}(?![-/]\\d\\d?(?!\\d|[gt]b))`,
    `(?<!\\.)20${TWO_DIGIT_YEAR}${MONTH}(?!\\.\\d)`,
    `(?<!\\.)(${TWO_DIGIT_YEAR}${MONTH}${DAY})(?:(?=\\D)${TIME})?(?!\\.\\d)`,
  ].join('|')})(?!\\d|[gt]b)`,
  'gi',
);

/** As most dates stand: at the end, as the only digits, a day that every month has. To see that takes far less than to find it. */
const USUAL = /^\D*20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])$/;
const USUAL_LENGTH = 8;

/** Where a date stands in a text. */
interface DatePlace {
  readonly index: number;
  readonly length: number;
}

/** The dates in a text, each with its time. What looks like a day that there is not is none. @param text in one width */
export function datesIn(text: string): readonly DatePlace[] {
  if (USUAL.test(text)) return [{ index: text.length - USUAL_LENGTH, length: USUAL_LENGTH }];
  // Every date has four digits at once.
  const first = text.search(/\d{4}/);
  if (first === -1) return [];
  const dates: DatePlace[] = [];
  DATE.lastIndex = first;
  for (let found = DATE.exec(text); found !== null; found = DATE.exec(text)) {
    const [{ length }, day, , , shortDay] = found;
    if (isReal(day ?? shortDay ?? '')) dates.push({ index: found.index, length });
  }
  return dates;
}

/** Whether a month has such a day. What names no day has none that could be wrong. */
function isReal(day: string): boolean {
  // Every month has these, and so have most dates.
  if (Number(day.slice(-2)) <= 28) return true;
  const [, year = '', month = '', date] = /^(\d\d(?=\d{4}$)|\d{4})\D?(\d\d?)\D?(\d\d?)?\D?$/.exec(day) ?? [];
  if (date === undefined) return true;
  const last = new Date(Date.UTC(Number(year) + (year.length === 2 ? 2000 : 0), Number(month), 0));
  return Number(date) <= last.getUTCDate();
}

const WIDE = /[\u3000\uff01-\uff5e]/;
const ALL_WIDE = new RegExp(WIDE, 'g');

/** A text of as many characters, in which letters, digits and signs of full width have the width of ASCII. */
export function inOneWidth(text: string): string {
  return WIDE.test(text) ? text.replace(ALL_WIDE, (wide) => wide.normalize('NFKC')) : text;
}
