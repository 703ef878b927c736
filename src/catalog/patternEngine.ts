import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import type { NamePattern } from './namePattern';

/** What is wrong with a pattern, in the engine's words. It crosses bundles, in which no two error classes are one. */
export interface BadPattern {
  readonly problem: string;
  readonly part: string;
}

const FLAGS = new Map([
  ['i', RE2JS.CASE_INSENSITIVE],
  ['m', RE2JS.MULTILINE],
  ['s', RE2JS.DOTALL],
  ['g', 0],
  ['u', 0],
  ['v', 0],
]);

export function compile(source: string, flags: string): NamePattern | BadPattern {
  let bits = 0;
  for (const flag of flags) {
    const bit = FLAGS.get(flag);
    if (bit === undefined) return { problem: 'unknown flag', part: flag };
    bits |= bit;
  }
  try {
    return RE2JS.compile(RE2JS.translateRegExp(source), bits);
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) {
      return { problem: error.getDescription(), part: error.getPattern() ?? '' };
    }
    if (error instanceof RE2JSException) return { problem: error.message, part: '' };
    throw error;
  }
}
