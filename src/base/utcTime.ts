const ZONE = /(?:z|[+-]\d\d:?\d\d)$/;

/**
 * A time as OpenStack writes it, with a zone or without one: then it is UTC, wherever it is read.
 * @returns milliseconds since 1970-01-01 UTC; `undefined` where the text is no time
 */
export function utcTime(text: string): number | undefined {
  // Most of the thousands of a list end so, which takes no pattern to see.
  const hasZone = text.endsWith('Z') || ZONE.test(text);
  const time = Date.parse(hasZone ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}
