import { fork } from 'node:child_process';
import { join } from 'node:path';
import { byNodeHttp } from './bareClients';
import type { Held } from './heap.main';
import { loadedCatalog, message, type Served, type ServiceName, type Size } from './served';

/** Bytes of memory that an image keeps alive, in a process of its own. */
export async function weight(
  { origin }: Served,
  size: Size,
  held: Held,
  service: ServiceName = 'compute',
): Promise<number> {
  const child = fork(join(__dirname, 'heap.main.js'), [origin, held, String(size), service], {
    execArgv: ['--expose-gc'],
  });
  const { bytesPerImage } = (await message(child)) as { readonly bytesPerImage: number };
  child.disconnect();
  return bytesPerImage;
}

/** Bytes of the answers, as they are when none is compressed. */
export async function bytesOf(
  served: Served,
  size: Size,
  service: ServiceName,
): Promise<{ listed: number; updated: number }> {
  const start = await sentBytes(served);
  const catalog = await loadedCatalog(served, size, service);
  const listed = (await sentBytes(served)) - start;
  await catalog.update({ deleted: 'remove' });
  return { listed, updated: (await sentBytes(served)) - start - listed };
}

async function sentBytes({ origin }: Served): Promise<number> {
  return Number(await byNodeHttp(`${origin}/sent`, ''));
}
