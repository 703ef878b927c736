import type { ImageSource } from '../api/imageSource';
import { mergeDelta, type DeletedImages } from './delta';
import { LARGEST_PAGE, Walk } from './walk';

export interface WalkAgainOptions {
  /** Images a page, read anew for each request. */
  readonly pageSize: () => number;
  /** Whether images stay that were reported as DELETED and are no longer listed. */
  readonly deleted: DeletedImages;
  readonly signal: AbortSignal;
}

/**
 * Another walk through the same list, as far as the earlier one went.
 * @throws {ApiError} or {Canceled}
 */
export async function walkAgain(
  source: ImageSource,
  { images, extent, query }: Walk,
  { pageSize, deleted, signal }: WalkAgainOptions,
): Promise<Walk> {
  // A list that was known whole stays so, however many images have come since.
  const wanted = extent.kind === 'complete' ? Infinity : images.length;
  const walk = new Walk(source, query);
  do {
    const missing = images.length - walk.images.length;
    await walk.step(Math.min(Math.max(missing, pageSize()), LARGEST_PAGE), signal);
  } while (walk.images.length < wanted && walk.goesOn);
  if (deleted === 'keep') keepDeleted(walk, images);
  return walk;
}

function keepDeleted(walk: Walk, earlier: Walk['images']): void {
  const gone = earlier.filter(({ key, status }) => status === 'DELETED' && walk.find(key) === undefined);
  const merging = { complete: !walk.goesOn, deleted: 'keep' } as const;
  if (gone.length > 0) walk.replace(mergeDelta(walk.images, gone, walk.query, merging));
}
