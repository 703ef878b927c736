import type { Image } from '../api/images/image';
import type { ImageSource } from '../api/images/imageSource';
import { hasStatus } from '../api/images/status';
import { mergeChanges, type DeletedImages } from './mergeChanges';
import { Pager } from './pager';
import { patiently } from './patiently';

/** How a list is loaded anew. */
export interface ReloadOptions {
  /** Images a page, read anew for each request. */
  readonly pageSize: () => number;
  /** Whether images stay that were reported as DELETED and are no longer listed. */
  readonly deleted: DeletedImages;
  readonly signal: AbortSignal;
}

/**
 * The same list once more, as far as it was loaded before, waiting where the server asks for it. What has not changed stays the same object.
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
  const pager = new Pager(source, query);
  // An image that has not changed stays the object it was: nobody has to show it anew.
  const known = (image: Image): Image => unchanged(earlier.find(image.key), image, source);
  const next = async (): Promise<void> => {
    const missing = images.length - pager.images.length;
    await pager.step(Math.min(Math.max(missing, pageSize()), source.largestPage), signal, known);
  };
  await next();
  // What there is by now would be lost by giving up; a first page that is refused is said at once.
  while (pager.images.length < wanted && pager.mayHaveMore) await patiently(next, signal);
  if (deleted === 'keep') keepDeleted(source, pager, images);
  return pager;
}

function unchanged(before: Image | undefined, now: Image, { sameContent }: ImageSource): Image {
  return before !== undefined && sameContent(before, now) ? before : now;
}

function keepDeleted(source: ImageSource, pager: Pager, earlier: Pager['images']): void {
  const gone = earlier.filter((image) => hasStatus(image, 'DELETED') && pager.find(image.key) === undefined);
  if (gone.length === 0) return;
  const merging = { complete: !pager.mayHaveMore, deleted: 'keep', source } as const;
  pager.replace(mergeChanges(pager.images, gone, pager.query, merging));
}
