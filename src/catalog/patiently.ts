import { setTimeout as delay } from 'node:timers/promises';
import { asksToSlowDown, retryAfterOf } from '../api/apiError';
import { Canceled } from '../base/canceled';

/** How often in a row a server may say "slow down" before that is given up. */
const MOST_PAUSES = 5;
/** Seconds: how long is waited when the server does not say, and at the most. */
const USUAL_PAUSE = 5;
const LONGEST_PAUSE = 60;

/**
 * Makes a request, and makes it anew when the server has asked for fewer and for so long as it wanted.
 * @param onPause called before each wait, with its length in seconds
 * @throws as the work, and {Canceled} when `signal` fires while it waits
 */
export async function patiently(
  work: () => Promise<void>,
  signal: AbortSignal,
  onPause: (seconds: number) => void = () => undefined,
): Promise<void> {
  for (let pauses = 0; ; pauses++) {
    try {
      await work();
      return;
    } catch (error) {
      if (!asksToSlowDown(error) || pauses === MOST_PAUSES) throw error;
      const seconds = Math.min(retryAfterOf(error) ?? USUAL_PAUSE, LONGEST_PAUSE);
      onPause(seconds);
      await pause(seconds, signal);
    }
  }
}

async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(seconds * 1000, undefined, { signal });
  } catch {
    throw new Canceled();
  }
}
