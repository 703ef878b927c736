import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ComputeImages } from '../../src/api/images/compute/computeImages';
import { GlanceImages } from '../../src/api/images/glance/glanceImages';
import type { Image } from '../../src/api/images/image';
import type { ImageSource } from '../../src/api/images/imageSource';
import { Catalog } from '../../src/catalog/catalog';
import { rethrow } from '../unit/rethrow';

/** Images in the catalogues that are served. */
export const SIZES = [100, 1000, 5000, 10_000, 50_000] as const;
export type Size = (typeof SIZES)[number];

/** The size of the lists that are compared with bare ones. */
export const COMPARED: Size = 10_000;

export const PAGE_SIZE = 1000;

export interface Served {
  readonly origin: string;
}

/** Tenant ids have 32 digits. */
export function tenantOf(size: Size): string {
  return String(size).padStart(32, '0');
}

export function tokenOf(size: Size): string {
  return `token-${size}`;
}

/** What images are asked of. */
export type ServiceName = 'compute' | 'image';

export function endpointOf({ origin }: Served, size: Size, service: ServiceName): string {
  const tenant = tenantOf(size);
  return service === 'compute' ? `${origin}/v2/${tenant}` : `${origin}/${tenant}/image/v2`;
}

/** A page of a tenant's list. @param marker the last id of the page before it, else empty */
export function pageOf(endpoint: string, service: ServiceName, marker: string): string {
  const list = service === 'compute' ? 'images/detail' : 'images';
  return `${endpoint}/${list}?limit=${PAGE_SIZE}${marker && `&marker=${marker}`}`;
}

/** Starts the process that serves the pages. It ends when it is disconnected, and so with this one. */
export async function startPages(): Promise<Served & { stop(): void }> {
  const child = fork(join(__dirname, 'pages.main.js'));
  const { origin } = (await message(child)) as Served;
  return { origin, stop: () => child.disconnect() };
}

/** The next message of a process that was started. @throws when it ends without one */
export async function message(child: ChildProcess): Promise<unknown> {
  const given: unknown[] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`${child.spawnfile} ended with ${String(code)}`);
    }),
  ]);
  return given[0];
}

/** The images of a tenant, asked for as the extension does. */
export function imagesSource(served: Served, size: Size, service: ServiceName): ImageSource {
  const options = {
    base: endpointOf(served, size, service),
    tokens: { token: () => Promise.resolve(tokenOf(size)), replacement: () => Promise.resolve(undefined) },
    timeout: () => 60,
    log: () => undefined,
  };
  return service === 'compute'
    ? new ComputeImages(options)
    : new GlanceImages({ ...options, project: tenantOf(size) });
}

/** Every page of a catalogue, without a question. */
export async function loadEverything(catalog: Catalog): Promise<void> {
  await catalog.loadAll({
    signal: new AbortController().signal,
    onProgress: () => undefined,
    goOn: () => Promise.resolve(true),
    askEvery: Infinity,
  });
}

/** A catalogue with every image of a tenant, loaded as the extension does. */
export async function loadedCatalog(
  served: Served,
  size: Size,
  service: ServiceName = 'compute',
): Promise<Catalog> {
  const catalog = new Catalog(imagesSource(served, size, service), {}, () => PAGE_SIZE, rethrow);
  await loadEverything(catalog);
  if (catalog.images.length !== size) throw new Error(`${catalog.images.length} images instead of ${size}`);
  return catalog;
}

export async function loadedImages(
  served: Served,
  size: Size,
  service: ServiceName,
): Promise<readonly Image[]> {
  return (await loadedCatalog(served, size, service)).images;
}
