import type { Size } from '../served';

/** The two trees that are compared: the extension's own, and the plainest one with the same rows. */
export type BenchView = 'here' | 'bare';

/** What the benchmark asks of the driver; each is a line of JSON. */
export type Request =
  /** And asks for a document that is not there, where an address is given. */
  | { readonly do: 'activate'; readonly extension: string; readonly document?: string }
  | { readonly do: 'show'; readonly endpoint: string; readonly size: Size }
  /** From now on `mark` stands in the first image's row. */
  | { readonly do: 'fire'; readonly view: BenchView; readonly mark: string };

/** What the driver answers; a line of JSON as well. */
export type Answer =
  /** How long it took, milliseconds. */
  | { readonly done: 'activate'; readonly milliseconds: number }
  | { readonly done: 'show' }
  /** When the tree was fired, milliseconds since 1970. */
  | { readonly done: 'fire'; readonly at: number }
  | { readonly done: 'failed'; readonly error: string };
