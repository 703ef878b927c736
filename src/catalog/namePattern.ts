/** A compiled name pattern. */
export interface NamePattern {
  /** The pattern is found somewhere in the text. */
  test(text: string): boolean;
}
