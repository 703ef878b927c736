import type { JsonObject, JsonValue } from './json';
import { compactJson, elementsOf, valueOfKey } from './jsonTokens';
import { isDeep, mayLose } from './mayLose';

/**
 * Entries of which `JSON.parse` has lost something, with their text as it was sent, without blanks between tokens:
 * 1.0 is a number as 1 is, 20 digits are more than a number has, keys of digits move to the front, and of two keys one is left.
 */
const exactTexts = new WeakMap<object, string>();

/** A text, and what was parsed of it. */
export interface JsonAnswer {
  readonly text: string;
  readonly whole: JsonValue;
  /** Where the entries stand in `whole`: in the list of that name, or as the one entry; `whole` is the entry without one. */
  readonly name?: string;
  readonly entries: readonly JsonValue[];
}

/** Those that nobody has looked at yet. */
const waiting = new Set<JsonAnswer>();

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
 * Keeps the texts of entries that a text holds, where something of them was lost. That takes as long as reading them, and so
 * it is done once the next page is on its way, or when a text is asked for.
 * @returns the entries; a number or a text of which something was lost is an object without keys
 */
export function keepTexts(answer: JsonAnswer): readonly JsonValue[] {
  // What stands for a number or a text is handed on.
  if (!answer.entries.every(isNested)) return lookAt(answer);
  waiting.add(answer);
  setImmediate(() => {
    if (waiting.delete(answer)) lookAt(answer);
  });
  return answer.entries;
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
  const [entry = value] = lookAt({ text: line, whole: value, entries: [value] });
  return entry;
}

function lookAtAll(): void {
  for (const answer of waiting) lookAt(answer);
  waiting.clear();
}

function lookAt({ text, whole, name, entries }: JsonAnswer): readonly JsonValue[] {
  if (!mayLose(text, whole)) return entries;
  const texts = name === undefined ? [text] : textsAt(text, name);
  return entries.map((entry, at) => {
    const own = texts[at];
    if (own === undefined || !mayLose(own, entry)) return entry;
    const compact = compactJson(own);
    if (!isDeep(entry) && JSON.stringify(entry) === compact) return entry;
    const kept = isNested(entry) ? entry : standIn(entry);
    exactTexts.set(kept, flat(compact));
    return kept;
  });
}

/** Only an object has a place for the text that was sent: an empty one that is written as the value is. */
function standIn(value: JsonValue): JsonObject {
  return Object.defineProperty({}, 'toJSON', { value: () => value });
}

function isNested(value: JsonValue): value is JsonObject | readonly JsonValue[] {
  return typeof value === 'object' && value !== null;
}

/** The texts of the elements of the list, or of the one object, of that name in the outermost object. */
function textsAt(text: string, name: string): readonly string[] {
  const value = valueOfKey(text, name);
  if (value === undefined) return [];
  const spans = text.startsWith('[', value.start) ? elementsOf(text, value.start) : [value];
  return spans.map(({ start, end }) => text.slice(start, end));
}

function textAt(text: string, name: string): string | undefined {
  const value = valueOfKey(text, name);
  return value && text.slice(value.start, value.end);
}

/** The same text by itself: a piece of another one would keep that alive, and be as wide as it. */
function flat(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
