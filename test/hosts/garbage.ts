import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects garbage, in a process that was not started for that. What waits for a turn of the loop goes after it. */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  await new Promise((resolve) => setImmediate(resolve));
}

/** Bytes alive once no more garbage goes, those of buffers included. */
export async function bytesAlive(): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < 5; round++) {
    await collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    least = Math.min(least, heapUsed + external);
  }
  return least;
}
