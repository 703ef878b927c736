// A process of its own that holds one list of images and tells what it weighs.
import { GROUPINGS, groupImages } from '../../src/catalog/grouping';
import { bareList, byNodeFetch } from './bareClients';
import { know } from './knowledge';
import { loadedCatalog, type Served, type ServiceName, type Size } from './served';

/** `known`: every grouping was looked at once, and all that rows show, so that all that is remembered of the images is there. */
export type Held = 'bare' | 'catalogue' | 'known';

const alive: unknown[] = [];

async function main(origin: string, held: Held, size: Size, service: ServiceName): Promise<void> {
  const served: Served = { origin };
  // What is compiled and cached on first use is no part of the images.
  await hold(served, 100, held, service);
  const before = memoryUsed();
  alive.push(await hold(served, size, held, service));
  process.send?.({ bytesPerImage: (memoryUsed() - before) / size });
}

async function hold(served: Served, size: Size, held: Held, service: ServiceName): Promise<unknown> {
  if (held === 'bare') return bareList(served, size, byNodeFetch, service);
  const catalog = await loadedCatalog(served, size, service);
  if (held === 'known') {
    for (const grouping of GROUPINGS) groupImages(catalog.images, grouping);
    know(catalog.images);
  }
  return catalog;
}

/** With what buffers hold outside of the heap. */
function memoryUsed(): number {
  for (let times = 0; times < 4; times++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const [origin = '', held = 'bare', size, service = 'compute'] = process.argv.slice(2);
void main(origin, held as Held, Number(size) as Size, service as ServiceName);
