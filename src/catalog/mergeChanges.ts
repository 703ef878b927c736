import type { Image } from '../api/images/image';
import type { ImageSource, ServerQuery } from '../api/images/imageSource';
import { hasStatus } from '../api/images/status';
import { queryTest } from './filter/query';

/** Whether images that the server reports as DELETED stay, in their group, or go. */
export type DeletedImages = 'keep' | 'remove';

/** What decides where a change belongs in a list, and whether it does. */
export interface Merging {
  /** The whole list is loaded. */
  readonly complete: boolean;
  readonly deleted: DeletedImages;
  readonly source: Pick<ImageSource, 'precedes' | 'sameContent'>;
}

type Precedes = (a: Image, b: Image) => boolean;

/**
 * The loaded images with the changes worked in: new ones at their place, changed ones where they were, those that
 * went or that the query no longer means left out. A new one beyond the part that is loaded is left for its page.
 *
 * @returns the same array when nothing has changed
 */
export function mergeChanges(
  loaded: readonly Image[],
  changed: readonly Image[],
  query: ServerQuery,
  { complete, deleted, source }: Merging,
): readonly Image[] {
  const { precedes, sameContent } = source;
  const meant = queryTest(query);
  const stays = (image: Image): boolean =>
    meant(image) && (deleted === 'keep' || !hasStatus(image, 'DELETED'));
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
  return sameImages(kept, loaded) && added.length === 0 ? loaded : insert(kept, added, precedes);
}

/** Both lists hold the same objects in the same order. */
export function sameImages(a: readonly Image[], b: readonly Image[]): boolean {
  return a.length === b.length && a.every((image, index) => image === b[index]);
}

/** Each new image before the first one it precedes; the others keep the order in which the server sent them. */
function insert(images: readonly Image[], added: readonly Image[], precedes: Precedes): readonly Image[] {
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
