import type { Step } from './steps';
import type { Broken } from './takeWalk';

/**
 * The seed, what was broken, and the steps up to there, a line each.
 * @param last how many of them; all unless given
 */
export function tell(
  seed: string,
  steps: readonly Step[],
  { steps: done, what }: Broken,
  last = done,
): string {
  const lines = steps
    .slice(0, done)
    .map((step, at) => `  ${String(at + 1).padStart(3)} ${JSON.stringify(step)}`)
    .slice(-last);
  return [`The walk of seed ${JSON.stringify(seed)} broke in step ${done}: ${what}`, ...lines].join('\n');
}
