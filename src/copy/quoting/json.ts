import { withEscapes } from './escapes';

/** A text as a string of JSON, with everything escaped that is not to be seen. */
export function quoteJson(text: string): string {
  return withEscapes(JSON.stringify(text));
}
