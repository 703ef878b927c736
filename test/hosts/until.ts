import { setTimeout as delay } from 'node:timers/promises';

const DEADLINE_MS = 30_000;
const INTERVAL_MS = 100;

/**
 * Asks again and again until the answer is something other than `undefined` or `false`.
 *
 * @param what names the condition in the error: "… did not come: <what>"
 * @throws when the deadline (milliseconds) passes, with the last error of `probe` as its cause
 */
export async function until<T>(
  probe: () => T | Promise<T>,
  what: string | (() => string),
  deadline = DEADLINE_MS,
): Promise<Exclude<T, undefined | false>> {
  const end = Date.now() + deadline;
  let cause: unknown;
  do {
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    } catch (error) {
      cause = error;
    }
    await delay(INTERVAL_MS);
  } while (Date.now() < end);
  const name = typeof what === 'string' ? what : what();
  throw new Error(`Waited ${deadline / 1000} s in vain: ${name}`, { cause });
}
