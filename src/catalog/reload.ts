import type { Image } from '../api/images/image';
import type { ImageSource } from '../api/images/imageSource';
import { mergeDelta, sameContent, type DeletedImages } from './delta';
import { LARGEST_PAGE, Pager } from './pager';

export interface ReloadOptions {
  /** Images a page, read anew for each request. */
  readonly pageSize: () => number;
  /** Whether images stay that were reported as DELETED and are no longer listed. */
  readonly deleted: DeletedImages;
  readonly signal: AbortSignal;
}

/**
 * Another walk through the same list, as far as the earlier one went. What has not changed stays the same object.
 * @throws {ApiError} or {Canceled}
 */
export async function reload(
  source: ImageSource,
  earlier: Pager,
  { pageSize, deleted, signal }: ReloadOptions,
): Promise<Pager> {
  const { images, completeness, query } = earlier;
  // A list that was known whole stays so, however many images have come since.
  const wanted = completeness.kind === 'complete' ? Infinity : images.length;
  const walk = new Pager(source, query);
  // An image that has not changed stays the object it was: nobody has to show it anew.
  const known = (image: Image): Image => unchanged(earlier.find(image.key), image);
  do {
    const missing = images.length - walk.images.length;
    await walk.step(Math.min(Math.max(missing, pageSize()), LARGEST_PAGE), signal, known);
  } while (walk.images.length < wanted && walk.mayHaveMore);
  if (deleted === 'keep') keepDeleted(walk, images);
  return walk;
}

function unchanged(before: Image | undefined, now: Image): Image {
  return before !== undefined && sameContent(before, now) ? before : now;
}

function keepDeleted(walk: Pager, earlier: Pager['images']): void {
  const gone = earlier.filter(({ key, status }) => status === 'DELETED' && walk.find(key) === undefined);
  const merging = { complete: !walk.mayHaveMore, deleted: 'keep' } as const;
  if (gone.length > 0) walk.replace(mergeDelta(walk.images, gone, walk.query, merging));
}
