/**
 * What tells a row from another: part of the name; the day of creation, or the second, in milliseconds since 1970; or digits
 * of the id. Where only some of those rows share part of their names, that stands before the rest.
 */
export type Apart =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'id'; readonly text: string; readonly name?: string }
  | { readonly kind: 'date' | 'time'; readonly time: number; readonly name?: string };
