/** What `JSON.parse` gives. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object; a key that it lacks is `undefined`. */
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** Whether a JSON value is an object: neither a list nor `null`. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON value as text: a string as it is, anything else as JSON; empty when absent or `null`. */
export function jsonText(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  // eslint-disable-next-line no-restricted-syntax -- the text of nothing, as documented
  return value === undefined || value === null ? '' : written(value);
}

/** Nobody reads what is deeper than can be written. */
function written(value: JsonValue): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '…';
  }
}

/** The JSON object of a text; an empty one where it is none. */
export function parseJsonObject(text: string): JsonObject {
  try {
    const json = JSON.parse(text) as JsonValue;
    return isJsonObject(json) ? json : {};
  } catch {
    return {};
  }
}

/** The object at a key; an empty one where there is none. */
export function objectIn(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isJsonObject(value) ? value : {};
}

/** The objects of the list at a key. */
export function objectsIn(object: JsonObject, key: string): readonly JsonObject[] {
  const value = object[key];
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isJsonObject) : [];
}

/** The text at a key; an empty one where there is none. */
export function textIn(object: JsonObject, key: string): string {
  const value = object[key];
  // eslint-disable-next-line no-restricted-syntax -- the text of nothing, as documented
  return typeof value === 'string' ? value : '';
}
