import { Canceled } from '../../base/canceled';
import type { Image } from './image';
import type { ChangesAnswer, ImageListing, PageAnswer, PageEnd } from './imageSource';
import { refusesChanges } from './refusals';

/** The newest `updated` among images: the server's own clock. `undefined` when none has one. */
export function newestUpdate(images: readonly Image[]): number | undefined {
  let newest: number | undefined;
  for (const { updated } of images) {
    if (updated !== undefined && (newest === undefined || updated > newest)) newest = updated;
  }
  return newest;
}

/**
 * Every page of a list of changes. A server that cannot be asked for them refuses that, or ignores it and sends older
 * images, too.
 *
 * @param since what the list was asked for with, milliseconds since 1970-01-01 UTC
 * @throws {ApiError} or {Canceled}
 */
export async function collectChanges(
  listing: ImageListing,
  since: number,
  limit: number,
  signal: AbortSignal,
): Promise<ChangesAnswer> {
  const found = new Map<string, Image>();
  const isKnown = ({ key }: Image): boolean => found.has(key);
  let end: PageEnd = 'more';
  let marker: string | undefined;
  while (end === 'more' || end === 'unconfirmed') {
    const request = { marker, limit, isKnown, confirms: end === 'unconfirmed' };
    const answer = await firstRefused(listing.page(request, signal), marker);
    if (signal.aborted) throw new Canceled();
    if (answer.kind === 'unknown') return answer;
    if (answer.kind === 'markerLost') return { kind: 'unknown', lasting: false };
    // The pages after this one would be those of the whole list.
    if (answer.images.some(({ updated = since }) => updated < since))
      return { kind: 'unknown', lasting: true };
    for (const image of answer.images) found.set(image.key, image);
    end = answer.end;
    marker = answer.images.findLast(({ id }) => id !== '')?.id ?? marker;
    if (end !== 'end' && marker === undefined) return { kind: 'unknown', lasting: false };
  }
  return end === 'end'
    ? { kind: 'changes', images: [...found.values()] }
    : { kind: 'unknown', lasting: true };
}

/** The refusal of the first page is about the question, that of a later one about something else. */
async function firstRefused(
  page: Promise<PageAnswer>,
  marker: string | undefined,
): Promise<PageAnswer | Extract<ChangesAnswer, { kind: 'unknown' }>> {
  try {
    return await page;
  } catch (error) {
    const refusal = marker === undefined ? refusesChanges(error) : undefined;
    if (refusal === undefined) throw error;
    return { kind: 'unknown', ...refusal };
  }
}
