import { cpus } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

const LOOK_MS = 300;
const LONGEST_MS = 10_000;
/** How busy an idle computer is, as a share of all its processors. */
const IDLE = 0.1;

/**
 * An editor that has just started is busy with itself, in several processes: waits until the computer has nothing to
 * do. One that always has something to do is waited for ten seconds.
 */
export async function untilIdle(): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  for (let busy = 1; busy > IDLE && Date.now() < end;) {
    const before = processorTimes();
    await delay(LOOK_MS);
    const after = processorTimes();
    busy = (after.busy - before.busy) / (after.all - before.all);
  }
}

/** Since the computer was started, milliseconds. */
function processorTimes(): { readonly busy: number; readonly all: number } {
  const times = cpus().map((cpu) => cpu.times);
  const all = times.reduce((sum, { user, nice, sys, irq, idle }) => sum + user + nice + sys + irq + idle, 0);
  return { busy: all - times.reduce((sum, { idle }) => sum + idle, 0), all };
}
