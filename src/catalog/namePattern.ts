/** A compiled name pattern. */
export interface NamePattern {
  /** The pattern is found somewhere in the text. @throws where it takes too long */
  test(text: string): boolean;
}
