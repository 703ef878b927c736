/** What tells a row from another: part of the name; the day of creation, or the second, in milliseconds since 1970; or digits of the id. */
export type Apart =
  | { readonly kind: 'name' | 'id'; readonly text: string }
  | { readonly kind: 'date' | 'time'; readonly time: number };
