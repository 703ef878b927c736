import type { Catalog } from '../catalog/catalog';

/** Milliseconds after which a list is asked for anew, not only updated: few servers report deletions. */
export const RELIST_EVERY_MS = 10 * 60_000;

/** Whether a list is due to be asked for anew. */
export function wasListedLongAgo({ listedAt }: Pick<Catalog, 'listedAt'>): boolean {
  return Date.now() - listedAt > RELIST_EVERY_MS;
}
