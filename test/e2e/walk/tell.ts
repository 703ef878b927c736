import type { Step } from './steps';
import type { Broken } from './takeWalk';

/** The seed, what was broken, and the steps up to there, a line each. */
export function tell(seed: string, steps: readonly Step[], { steps: done, what }: Broken): string {
  const lines = steps
    .slice(0, done)
    .map((step, at) => `  ${String(at + 1).padStart(3)} ${JSON.stringify(step)}`);
  return [`The walk of seed ${JSON.stringify(seed)} broke in step ${done}: ${what}`, ...lines].join('\n');
}
