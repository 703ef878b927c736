/** An object of which nothing is known but that it is one. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of a value that anybody may have stored; none where it is no object. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The value where it is a text, an empty one included. */
export function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Milliseconds since 1970-01-01 UTC that a `Date` can hold. */
export function timeOrNone(value: unknown): number | undefined {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15 ? value : undefined;
}

/** The object as it was before optional fields were read: one that is not there is not there as `undefined` either. */
export function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
