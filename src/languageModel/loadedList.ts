import type { Image } from '../api/images/image';
import { LEFT } from '../base/left';
import { unlessAborted } from '../base/unlessAborted';
import { linesOf, type Lines } from '../catalog/lines/lines';
import type { AccountImages } from '../session/accountImages';

/** So many images are loaded for an answer; what somebody has loaded beyond that is looked through as well. */
export const MOST_LOADED = 1000;

/** Why a list may lack images. */
export type ListGap =
  /** Not all were loaded. */
  | 'more'
  /** The API does not go on. */
  | 'stopped'
  /** Loading failed. */
  | 'failed'
  /** The user has asked the API for a part of the list. */
  | 'filtered';

/** The images that an answer is given from. */
export interface LoadedList {
  readonly images: readonly Image[];
  readonly lines: Lines;
  /** Why images may be missing; none where these are all. */
  readonly gaps: readonly ListGap[];
  /** When they were last known to be what the account has, milliseconds since 1970-01-01 UTC. */
  readonly asOf: number | undefined;
  /** Why loading failed. */
  readonly failure: unknown;
}

/**
 * What is loaded, and what is not yet, up to `MOST_LOADED` images. A failure leaves what there was.
 * @param signal fires when nobody waits for it any more, with the reason `LEFT`
 * @throws {Canceled} when it does
 */
export async function loadedList(images: AccountImages, signal: AbortSignal): Promise<LoadedList> {
  const failure = await load(images, signal);
  const { catalog, loaded } = images;
  const gaps = gapsOf(images, failure);
  return {
    images: loaded,
    lines: linesOf(loaded, images.isWhole),
    gaps,
    asOf: catalog.asOf,
    failure,
  };
}

/** Whether an answer costs requests, as far as that is known before the list of the last time is read. */
export function mayLoad({ catalog }: Pick<AccountImages, 'catalog'>): boolean {
  return catalog.restored || (catalog.hasMore && catalog.images.length < MOST_LOADED);
}

/** A signal for work that others may be waiting for as well, and what makes it fire. */
export function leavingSignal(): { readonly signal: AbortSignal; readonly leave: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, leave: () => controller.abort(LEFT) };
}

/** @returns what failed */
async function load(images: AccountImages, signal: AbortSignal): Promise<unknown> {
  try {
    await unlessAborted(images.restore(), signal);
    if (images.catalog.restored) await unlessAborted(images.bringUpToDate(), signal);
    if (mayLoad(images)) {
      await images.loadAll({
        signal,
        onProgress: () => undefined,
        goOn: () => Promise.resolve(false),
        askEvery: MOST_LOADED,
        most: MOST_LOADED,
      });
    }
    return undefined;
  } catch (error) {
    if (signal.aborted) throw error;
    return error;
  }
}

function gapsOf({ catalog }: AccountImages, failure: unknown): readonly ListGap[] {
  return [
    ...(failure === undefined ? [] : ['failed' as const]),
    ...(catalog.completeness.kind === 'incomplete' ? ['stopped' as const] : []),
    ...(catalog.hasMore && failure === undefined ? ['more' as const] : []),
    ...(Object.keys(catalog.query).length === 0 ? [] : ['filtered' as const]),
  ];
}
