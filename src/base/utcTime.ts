const ZONE = /(?:[zZ]|[+-]\d\d:?\d\d)$/;

/**
 * A time as OpenStack writes it, with a zone or without one: then it is UTC, wherever it is read.
 * @returns milliseconds since 1970-01-01 UTC; `undefined` where the text is no time
 */
export function utcTime(text: string): number | undefined {
  const time = Date.parse(ZONE.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}
