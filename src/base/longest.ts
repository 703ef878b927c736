/** The most bytes of a file that a person writes, such as a clouds file, a certificate or a key: they have a few thousand. */
export const LARGEST_FILE = 1024 * 1024;

/** Counts characters as servers do: one outside the Basic Multilingual Plane is one. */
export function isTooLong(text: string, most: number): boolean {
  return text.length > most && (text.length > 2 * most || Array.from(text).length > most);
}
