import { isJsonObject, type JsonObject, type JsonValue } from './json';
import { jsonTokens } from './jsonTokens';

/**
 * Objects of which `JSON.parse` has lost something, with their text as it was sent, without blanks between tokens: 1.0 is a
 * number as 1 is, 20 digits are more than a number has, keys of digits move to the front, and of two keys one is left.
 */
const exactTexts = new WeakMap<JsonObject, string>();

/** What the text of an object may hold that is lost: rare, and so looked for in a whole answer at once. */
const LOSES = /\\|[:[,]\s*(?:-0|-?\d+[.eE]|-?\d{16,})|"(?:\d+|__proto__)"\s*:/;
const KEY_END = /"\s*:/g;

/** One line of JSON as it was sent, token by token, without blanks between them. */
export function exactText(value: JsonValue): string {
  return keptText(value) ?? JSON.stringify(value);
}

/** The text that is kept beside a value, since JSON made of the value would be another; `undefined` for most. */
export function keptText(value: JsonValue): string | undefined {
  return isJsonObject(value) ? exactTexts.get(value) : undefined;
}

/**
 * Keeps the texts of objects that a text holds, where something of them was lost.
 * @param text of which `whole` was parsed
 * @param entries the objects in the list at one of these keys, or the object there; without keys the text is that of `whole`
 */
export function keepTexts(
  text: string,
  whole: JsonValue,
  keys: readonly string[],
  entries: readonly JsonValue[],
): void {
  if (!LOSES.test(text) && countOf(text, KEY_END) === countKeys(whole)) return;
  const texts = keys.length === 0 ? [compact(text)] : textsAt(text, keys);
  // Whatever is odd about the text, nobody gets the text of another entry.
  if (texts.length !== entries.length) return;
  entries.forEach((entry, at) => {
    const own = texts[at] ?? '';
    if (isJsonObject(entry) && loses(entry, own)) exactTexts.set(entry, flat(own));
  });
}

/** An object of one line, as `exactText` wrote it. @throws where it is no JSON */
export function parseExactly(line: string): JsonValue {
  const value = JSON.parse(line) as JsonValue;
  keepTexts(line, value, [], [value]);
  return value;
}

function loses(entry: JsonObject, text: string): boolean {
  try {
    return JSON.stringify(entry) !== text;
  } catch {
    // Deeper than can be written: it can be read nevertheless.
    return true;
  }
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Of all objects in a value, without going into one another by calls: they may be deep. */
function countKeys(whole: JsonValue): number {
  let count = 0;
  const open: JsonValue[] = [whole];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const inner = Object.values(value) as readonly (JsonValue | undefined)[];
    if (!Array.isArray(value)) count += inner.length;
    for (const one of inner) if (typeof one === 'object' && one !== null) open.push(one);
  }
  return count;
}

function compact(text: string): string {
  return jsonTokens(text).join('');
}

/** The texts of the elements of the list, or of the object, at the last of some keys of the outermost object. */
function textsAt(text: string, keys: readonly string[]): readonly string[] {
  const tokens = jsonTokens(text);
  const start = valueAt(tokens, keys);
  if (tokens[start] === '{') return [textFrom(tokens, start)];
  const texts: string[] = [];
  if (tokens[start] !== '[' || tokens[start + 1] === ']') return texts;
  for (let at = start + 1; at < tokens.length;) {
    const end = endOf(tokens, at);
    texts.push(tokens.slice(at, end).join(''));
    if (tokens[end] !== ',') break;
    at = end + 1;
  }
  return texts;
}

/** Where the value of the last of some keys begins; -1 where there is none. */
function valueAt(tokens: readonly string[], keys: readonly string[]): number {
  const names = keys.map((key) => JSON.stringify(key));
  let start = -1;
  let depth = 0;
  tokens.forEach((token, at) => {
    depth += depthChange(token);
    if (depth === 1 && names.includes(token) && tokens[at + 1] === ':') start = at + 2;
  });
  return start;
}

function textFrom(tokens: readonly string[], start: number): string {
  return tokens.slice(start, endOf(tokens, start)).join('');
}

/** Behind the value that begins there. */
function endOf(tokens: readonly string[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    depth += depthChange(tokens[at] ?? '');
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}

function depthChange(token: string): number {
  if (token === '{' || token === '[') return 1;
  return token === '}' || token === ']' ? -1 : 0;
}

/** The same text by itself: a piece of another one would keep that alive, and be as wide as it. */
function flat(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
