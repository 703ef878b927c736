import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Measured } from './messages';

/** Collects garbage until no more goes, then measures the process that all extensions share. */
export async function measure(): Promise<Measured> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let heap = Infinity;
  for (let round = 0; round < 5; round++) {
    collect();
    // What waits for a turn of the loop lets go of its memory after it.
    await new Promise((resolve) => setImmediate(resolve));
    heap = Math.min(heap, process.memoryUsage().heapUsed);
  }
  const handles = process.getActiveResourcesInfo();
  return {
    heap,
    handles: handles.length,
    sockets: handles.filter((kind) => /TCP|TLS|Socket/.test(kind)).length,
  };
}
