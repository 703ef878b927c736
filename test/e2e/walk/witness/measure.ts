import { collectGarbage } from '../../../hosts/garbage';
import type { Measured } from './messages';

/** Collects garbage until no more goes, then measures the process that all extensions share. */
export async function measure(): Promise<Measured> {
  let heap = Infinity;
  for (let round = 0; round < 5; round++) {
    await collectGarbage();
    heap = Math.min(heap, process.memoryUsage().heapUsed);
  }
  const handles = process.getActiveResourcesInfo();
  return {
    heap,
    handles: handles.length,
    sockets: handles.filter((kind) => /TCP|TLS|Socket/.test(kind)).length,
  };
}
