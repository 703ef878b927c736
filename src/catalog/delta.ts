import type { Image } from '../api/images/image';
import type { ImageSource, ServerQuery } from '../api/images/imageSource';
import { queryTest } from './filter';
import { LARGEST_PAGE, Pager } from './pager';

/** How much of the past is asked for again: changes may become visible a little later than their time. */
const OVERLAP_MS = 5000;

/** Whether images that the server reports as DELETED stay, in their group, or go. */
export type DeletedImages = 'keep' | 'remove';

/** How a list is brought up to date by itself. */
export interface UpdateOptions {
  readonly deleted: DeletedImages;
  /** Walks the list again although changes could be asked for: few servers report deletions. */
  readonly whole?: boolean;
}

/** What the server says has changed. */
export interface Delta {
  readonly images: readonly Image[];
  /** The server's clock when it was asked, milliseconds since 1970-01-01 UTC, where it told. */
  readonly serverTime: number | undefined;
}

/** The newest `updated` among images: the server's own clock. `undefined` when none has one. */
export function newestUpdate(images: readonly Image[]): number | undefined {
  let newest: number | undefined;
  for (const { updated } of images) {
    if (updated !== undefined && (newest === undefined || updated > newest)) newest = updated;
  }
  return newest;
}

/**
 * Asks for what has changed since the newest change known. Only `type` is left to the server: an image that is
 * renamed or no longer ACTIVE has to be reported to be noticed.
 * @returns `undefined` when the server sends older images too: it does not know `changes-since`
 */
export async function fetchDelta(
  source: ImageSource,
  known: Pager,
  newest: number,
  signal: AbortSignal,
): Promise<Delta | undefined> {
  const { type, changesSince: asked = 0 } = known.query;
  const changesSince = Math.max(newest - OVERLAP_MS, asked);
  const walk = new Pager(source, { type, changesSince }, known);
  do {
    await walk.step(LARGEST_PAGE, signal);
    // The pages after this one would be those of the whole list.
    if (walk.images.some(({ updated = changesSince }) => updated < changesSince)) return undefined;
  } while (walk.mayHaveMore);
  return { images: walk.images, serverTime: walk.serverTime };
}

/**
 * The loaded images with the changes worked in: new ones at their place, changed ones where they were, those that
 * went or that the query no longer means left out. A new one beyond the part that is loaded is left for its page.
 *
 * @param complete the whole list is loaded
 * @returns the same array when nothing has changed
 */
export function mergeDelta(
  loaded: readonly Image[],
  changed: readonly Image[],
  query: ServerQuery,
  { complete, deleted }: { readonly complete: boolean; readonly deleted: DeletedImages },
): readonly Image[] {
  const meant = queryTest(query);
  const stays = (image: Image): boolean => meant(image) && (deleted === 'keep' || image.status !== 'DELETED');
  const news = new Map(changed.map((image) => [image.key, image]));
  const known = new Set<string>();
  const kept = loaded.flatMap((image) => {
    const now = news.get(image.key);
    if (now === undefined) return [image];
    known.add(image.key);
    if (!stays(now)) return [];
    return sameContent(image, now) ? [image] : [now];
  });
  const last = loaded.at(-1);
  const added = changed.filter(
    (image) =>
      !known.has(image.key) && stays(image) && (complete || last === undefined || precedes(image, last)),
  );
  const same = kept.length === loaded.length && kept.every((image, index) => image === loaded[index]);
  return same && added.length === 0 ? loaded : insert(kept, added);
}

/** The server has sent the same for both. */
export function sameContent(a: Image, b: Image): boolean {
  return JSON.stringify(a.raw) === JSON.stringify(b.raw);
}

/** The server's order: newest created first, then by id. */
function precedes(a: Image, b: Image): boolean {
  const [createdA, createdB] = [a.created ?? 0, b.created ?? 0];
  return createdA === createdB ? a.id > b.id : createdA > createdB;
}

/** Each new image before the first one it precedes; the others keep the order in which the server sent them. */
function insert(images: readonly Image[], added: readonly Image[]): readonly Image[] {
  const waiting = added.toSorted((a, b) => (precedes(a, b) ? -1 : 1));
  const merged: Image[] = [];
  let next = 0;
  for (const image of images) {
    for (let candidate = waiting[next]; candidate && precedes(candidate, image); candidate = waiting[next]) {
      merged.push(candidate);
      next++;
    }
    merged.push(image);
  }
  return [...merged, ...waiting.slice(next)];
}
