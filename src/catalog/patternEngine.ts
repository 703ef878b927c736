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

/**
 * The most instructions of a compiled pattern, each of which may be worked through for each character of a name. A usual
 * pattern has 10 to 50, thirty names beside each other some 300. Without counting, `LONGEST.pattern` characters
 * come to hardly more than one each; `x{1000}`, the highest count there is, to 1,000 for each `x`.
 */
const MOST_INSTRUCTIONS = 2500;

/** Milliseconds that a pattern has for all names together, and for each of them: usual ones take a hundredth of that. */
const FOR_ALL = 1500;
const FOR_EACH = 0.2;

/** @param giveUp throws; called whenever the pattern has taken more time than it has */
export function compile(source: string, flags: string, giveUp: () => never): NamePattern | BadPattern {
  let bits = 0;
  for (const flag of flags) {
    const bit = FLAGS.get(flag);
    if (bit === undefined) return { problem: 'unknown flag', part: flag };
    bits |= bit;
  }
  try {
    const pattern = RE2JS.compile(RE2JS.translateRegExp(source), bits);
    if (pattern.programSize() > MOST_INSTRUCTIONS) return { problem: 'expression too large', part: '' };
    return withinTime(pattern, giveUp);
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) {
      return { problem: error.getDescription(), part: error.getPattern() ?? '' };
    }
    if (error instanceof RE2JSException) return { problem: error.message, part: '' };
    throw error;
  }
}

/**
 * The same pattern, which gives up before it holds up the editor: on texts without any regularity even a small one may
 * take milliseconds for each.
 */
function withinTime(pattern: NamePattern, giveUp: () => never): NamePattern {
  let left = FOR_ALL;
  return {
    test: (text) => {
      if (left < 0) giveUp();
      const begun = performance.now();
      const found = pattern.test(text);
      left += FOR_EACH - (performance.now() - begun);
      return found;
    },
  };
}
