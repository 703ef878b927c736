import type { JsonObject, JsonValue } from './json';
import { compactJson, elementsOf, keyedValues, type Span } from './jsonTokens';

/**
 * Objects and lists of which `JSON.parse` has lost something, with their text as it was sent, without blanks between tokens:
 * 1.0 is a number as 1 is, 20 digits are more than a number has, keys of digits move to the front, and of two keys one is left.
 */
const exactTexts = new WeakMap<object, string>();

/** A text, and what was parsed of it. */
export interface JsonAnswer {
  readonly text: string;
  readonly whole: JsonValue;
  /** Where the objects stand in `whole`: in the list of that name, or as the one object; `whole` is the object without one. */
  readonly name?: string;
  readonly entries: readonly JsonValue[];
}

/** Those that nobody has looked at yet. */
const waiting = new Set<JsonAnswer>();

/**
 * What a text may hold that is lost: rare, and so looked for in a whole answer at once. Two that are simple take less time
 * than one.
 */
const NUMBERS = /[:[,]\s*(?:-0|-?\d+[.eE]|-?\d{16,})/;
const KEYS = /"(?:\d+"\s*|\s+):/;

/** Levels that every engine writes, whatever else it is in the middle of. */
const DEEPEST = 200;

/** One line of JSON as it was sent, token by token, without blanks between them. */
export function exactText(value: JsonValue): string {
  return keptText(value) ?? JSON.stringify(value);
}

/** The text that is kept beside an object or a list, since JSON made of the value would be another; `undefined` for most. */
export function keptText(value: JsonValue): string | undefined {
  if (waiting.size > 0) lookAtAll();
  return isNested(value) ? exactTexts.get(value) : undefined;
}

/**
 * Keeps the texts of objects that a text holds, where something of them was lost. That takes as long as reading them, and so
 * it is done once the next page is on its way, or when a text is asked for.
 */
export function keepTexts(answer: JsonAnswer): void {
  waiting.add(answer);
  setImmediate(() => {
    if (waiting.delete(answer)) lookAt(answer);
  });
}

/** The text of what stands at some keys, one within the other; `undefined` where it is no other than JSON made of the value. */
export function exactMember(value: JsonValue, keys: readonly string[]): string | undefined {
  let text = keptText(value);
  for (const key of keys) text = text === undefined ? undefined : textAt(text, key);
  return text;
}

/** One line of JSON as `exactText` wrote it. @throws where it is no JSON */
export function parseExactly(line: string): JsonValue {
  const value = JSON.parse(line) as JsonValue;
  lookAt({ text: line, whole: value, entries: [value] });
  return value;
}

function lookAtAll(): void {
  for (const answer of waiting) lookAt(answer);
  waiting.clear();
}

function lookAt({ text, whole, name, entries }: JsonAnswer): void {
  if (!mayLose(text, whole)) return;
  const texts = name === undefined ? [text] : textsAt(text, name);
  entries.forEach((entry, at) => {
    const own = texts[at];
    if (own === undefined || !isNested(entry) || !mayLose(own, entry)) return;
    const compact = compactJson(own);
    if (isDeep(entry) || JSON.stringify(entry) !== compact) exactTexts.set(entry, flat(compact));
  });
}

function mayLose(text: string, value: JsonValue): boolean {
  if (text.includes('\\') || NUMBERS.test(text) || KEYS.test(text)) return true;
  // Of two keys of the same name one is left.
  return countOf(text, '":') !== countKeys(value);
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count++;
  return count;
}

/** Deeper than can be written for sure. */
function isDeep(value: JsonValue): boolean {
  return countKeys(value) === undefined;
}

/** Of all objects in a value, level by level, without calls that go into one another; `undefined` where it is deep. */
function countKeys(whole: JsonValue): number | undefined {
  let count = 0;
  let level = [whole].filter(isNested);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return undefined;
    const below: typeof level = [];
    for (const value of level) {
      const inner = Object.values(value) as readonly JsonValue[];
      if (!Array.isArray(value)) count += inner.length;
      for (const one of inner) if (isNested(one)) below.push(one);
    }
    level = below;
  }
  return count;
}

function isNested(value: JsonValue): value is JsonObject | readonly JsonValue[] {
  return typeof value === 'object' && value !== null;
}

/** The texts of the elements of the list, or of the one object, of that name in the outermost object. */
function textsAt(text: string, name: string): readonly string[] {
  const value = spanAt(text, name);
  if (value === undefined) return [];
  const spans = text.startsWith('[', value.start) ? elementsOf(text, value.start) : [value];
  return spans.map(({ start, end }) => text.slice(start, end));
}

function textAt(text: string, name: string): string | undefined {
  const value = spanAt(text, name);
  return value && text.slice(value.start, value.end);
}

/** Of several values of the same name the last one counts, however it is spelled. */
function spanAt(text: string, name: string): Span | undefined {
  return keyedValues(text).findLast(({ key }) => JSON.parse(text.slice(key.start, key.end)) === name)?.value;
}

/** The same text by itself: a piece of another one would keep that alive, and be as wide as it. */
function flat(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
