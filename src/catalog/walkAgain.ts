import type { Image } from '../api/image';
import type { ImageSource } from '../api/imageSource';
import { mergeDelta, sameContent, type DeletedImages } from './delta';
import { LARGEST_PAGE, Walk } from './walk';

export interface WalkAgainOptions {
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
export async function walkAgain(
  source: ImageSource,
  earlier: Walk,
  { pageSize, deleted, signal }: WalkAgainOptions,
): Promise<Walk> {
  const { images, extent, query } = earlier;
  // A list that was known whole stays so, however many images have come since.
  const wanted = extent.kind === 'complete' ? Infinity : images.length;
  const walk = new Walk(source, query);
  // An image that has not changed stays the object it was: nobody has to show it anew.
  const known = (image: Image): Image => unchanged(earlier.find(image.key), image);
  do {
    const missing = images.length - walk.images.length;
    await walk.step(Math.min(Math.max(missing, pageSize()), LARGEST_PAGE), signal, known);
  } while (walk.images.length < wanted && walk.goesOn);
  if (deleted === 'keep') keepDeleted(walk, images);
  return walk;
}

function unchanged(before: Image | undefined, now: Image): Image {
  return before !== undefined && sameContent(before, now) ? before : now;
}

function keepDeleted(walk: Walk, earlier: Walk['images']): void {
  const gone = earlier.filter(({ key, status }) => status === 'DELETED' && walk.find(key) === undefined);
  const merging = { complete: !walk.goesOn, deleted: 'keep' } as const;
  if (gone.length > 0) walk.replace(mergeDelta(walk.images, gone, walk.query, merging));
}
