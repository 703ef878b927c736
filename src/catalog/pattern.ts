import type { NamePattern } from './namePattern';
import * as LONGEST from '../base/longestText';

/** The message of the error that a pattern throws when it gives up. */
export const TOO_SLOW = 'too slow';

/** The pattern cannot be used. */
export class PatternError extends Error {
  /**
   * @param message the engine's own words, in English; empty when it is not written as `/regex/flags`, `TOO_SLOW`
   * when it is one that takes too long
   * @param part what of the pattern they are about; empty where that is the whole
   */
  constructor(
    message: string,
    readonly part = '',
  ) {
    super(message);
    this.name = 'PatternError';
  }
}

/**
 * Compiles a pattern written as `/regex/flags` in RE2's syntax: no look-around and no back references. In return the time
 * that a name takes grows with its length times the size of the pattern at most; the size is bounded, and so is the time
 * for many names, after which the pattern gives up. Flags: `i` letter case, `s` the dot takes line ends, `m` anchors at
 * lines; `u`, `v` and `g` change nothing.
 * @returns a pattern whose `test` throws a `PatternError` with `TOO_SLOW` once it has given up
 * @throws {PatternError} when it is none, or too large
 */
export async function compilePattern(typed: string): Promise<NamePattern> {
  const { source, flags } = WRITTEN.exec(typed)?.groups ?? {};
  if (source === undefined || flags === undefined) throw new PatternError('');
  if (source.length > LONGEST.pattern) throw new PatternError('expression too large');
  // A bundle of its own: most people never load the engine.
  const { compile } = await import('./patternEngine');
  const pattern = compile(source, flags, () => {
    throw new PatternError(TOO_SLOW);
  });
  if ('problem' in pattern) throw new PatternError(pattern.problem, pattern.part);
  return pattern;
}

const WRITTEN = /^\s*\/(?<source>.+)\/(?<flags>[a-z]*)\s*$/su;
