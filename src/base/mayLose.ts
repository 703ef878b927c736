import type { JsonObject, JsonValue } from './json';

/** Levels that every engine writes, whatever else it is in the middle of. */
const DEEPEST = 200;

/** Where something is lost of numbers: those in lists are rare, and so this is looked for only where there are any. */
const LOSES_IN_LIST = /(?:^|[[,])\s*(?:-0|-?\d+[.eE]|-?\d{16,})/;

const [SPACE, QUOTE, MINUS, DOT, ZERO, NINE] = [0x20, 0x22, 0x2d, 0x2e, 0x30, 0x39];
const [CAPITAL_E, SMALL_E] = [0x45, 0x65];
/** Digits of which no number loses any. */
const MOST_DIGITS = 15;

/**
 * Whether something of a text may be lost in the value that was parsed of it. Nearly always nothing is, and that is found out
 * in less time than to parse it takes: what is certain is said by the value's own JSON.
 */
export function mayLose(text: string, value: JsonValue): boolean {
  if (text.includes('\\')) return true;
  const parts = partsOf(value);
  if (parts === undefined) return true;
  // Of two keys of the same name one is left.
  if (plainKeys(text) !== parts.keys) return true;
  return parts.listsNumbers && LOSES_IN_LIST.test(text);
}

/** Deeper than can be written for sure. */
export function isDeep(value: JsonValue): boolean {
  return partsOf(value) === undefined;
}

interface Parts {
  /** Keys of all objects. */
  readonly keys: number;
  /** A number stands in a list, or by itself. */
  readonly listsNumbers: boolean;
}

/** Level by level, without calls that go into one another; `undefined` where a value is deep. */
function partsOf(whole: JsonValue): Parts | undefined {
  let keys = 0;
  let listsNumbers = false;
  let level: readonly (JsonObject | readonly JsonValue[])[] = [[whole]];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return undefined;
    const below: (JsonObject | readonly JsonValue[])[] = [];
    for (const value of level) {
      if (Array.isArray(value)) {
        for (const one of value as readonly JsonValue[]) {
          if (one && typeof one === 'object') below.push(one);
          else if (typeof one === 'number') listsNumbers = true;
        }
      } else {
        // A list of all values, of each object, would take longer to make than to go through.
        const object = value as JsonObject;
        for (const key in object) {
          const one = object[key];
          keys++;
          if (one && typeof one === 'object') below.push(one);
        }
      }
    }
    level = below;
  }
  return { keys, listsNumbers };
}

/**
 * How many keys stand in a text without backslashes, and perhaps texts that begin with a colon; `undefined` where one is of
 * digits, or a number behind one may be lost. All of that is found around colons.
 */
function plainKeys(text: string): number | undefined {
  let keys = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before === QUOTE) {
      if (isOfDigits(text, at - 2) || losesNumber(text, at + 1)) return undefined;
      keys++;
    } else if (before <= SPACE && isBehindQuote(text, at - 1)) return undefined;
  }
  return keys;
}

/** Moves to the front. */
function isOfDigits(text: string, last: number): boolean {
  let at = last;
  while (isDigit(text.charCodeAt(at))) at--;
  return at < last && text.charCodeAt(at) === QUOTE;
}

function isBehindQuote(text: string, last: number): boolean {
  let at = last;
  while (text.charCodeAt(at) <= SPACE) at--;
  return text.charCodeAt(at) === QUOTE;
}

function losesNumber(text: string, from: number): boolean {
  let start = from;
  let first = text.charCodeAt(start);
  while (first <= SPACE) first = text.charCodeAt(++start);
  // Most are texts, and what begins behind the digits is no number either.
  if (first === QUOTE || first > NINE) return false;
  const isNegative = first === MINUS;
  if (isNegative) start++;
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  if (end === start) return false;
  const behind = text.charCodeAt(end);
  if (behind === DOT || behind === SMALL_E || behind === CAPITAL_E || end - start > MOST_DIGITS) return true;
  return isNegative && text.charCodeAt(start) === ZERO;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}
