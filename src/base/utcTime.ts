const ZONE = /(?:[zZ]|[+-]\d\d:?\d\d)$/;

/**
 * A time as OpenStack writes it, with a zone or without one: then it is UTC, wherever it is read.
 * @returns milliseconds since 1970-01-01 UTC; `undefined` where the text is no time
 */
export function utcTime(text: string): number | undefined {
  const time = usualTime(text) ?? Date.parse(ZONE.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/**
 * `2026-11-20T09:31:02Z`: so servers write nearly all of the thousands of a list, and the engine takes several times as long
 * for it. `undefined` for anything else, and for the days that not every month has.
 */
function usualTime(text: string): number | undefined {
  if (text.length !== 20 || text[10] !== 'T' || text[19] !== 'Z') return undefined;
  if (text[4] !== '-' || text[7] !== '-' || text[13] !== ':' || text[16] !== ':') return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  const isUsual = year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
  return isUsual && hour <= 23 && minute <= 59 && second <= 59
    ? Date.UTC(year, month - 1, day, hour, minute, second)
    : undefined;
}

/** Not a number where one of the characters is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : NaN;
  }
  return value;
}
