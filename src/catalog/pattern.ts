import type { NamePattern } from './namePattern';
import { LONGEST } from '../base/longest';

/** The pattern cannot be used. */
export class PatternError extends Error {
  /**
   * @param message the engine's own words, in English; empty when it is not written as `/regex/flags`
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
 * Compiles a pattern written as `/regex/flags` in RE2's syntax: no look-around and no back references, and in return
 * the time it takes grows with the length of the text alone, so that no pattern can hang the editor. Flags: `i`
 * letter case, `s` the dot takes line ends, `m` anchors at lines; `u`, `v` and `g` change nothing.
 * @throws {PatternError} when it is none
 */
export async function compilePattern(typed: string): Promise<NamePattern> {
  const { source, flags } = WRITTEN.exec(typed)?.groups ?? {};
  if (source === undefined || flags === undefined) throw new PatternError('');
  if (source.length > LONGEST.pattern) throw new PatternError('expression too large');
  // A bundle of its own: most people never load the engine.
  const { compile } = await import('./patternEngine');
  const pattern = compile(source, flags);
  if ('problem' in pattern) throw new PatternError(pattern.problem, pattern.part);
  return pattern;
}

const WRITTEN = /^\s*\/(?<source>.+)\/(?<flags>[a-z]*)\s*$/su;
