import { ApiError } from '../api/apiError';
import { Canceled } from '../base/canceled';
import type { Image } from '../api/images/image';
import type { ImageSource, ServerQuery } from '../api/images/imageSource';

/** The largest page that every Nova serves with a next link. */
export const LARGEST_PAGE = 1000;

/**
 * How far the images known reach into the server's list.
 *
 * - `more`: the server has, or may have, more
 * - `unconfirmed`: the last page was short and announced no next one: the end on Nova, but only a cap on a server
 *   that lowers `limit` silently; the page after it tells
 * - `complete`: the whole list
 * - `incomplete`: the server can't be made to go on; `reason` says why
 */
export type Completeness =
  | { readonly kind: 'more' }
  | { readonly kind: 'unconfirmed' }
  | { readonly kind: 'complete' }
  | { readonly kind: 'incomplete'; readonly reason: IncompleteReason };

/**
 * - `repeatedPage`: the server sent a full page again instead of the next one, or refuses the last image it sent as a
 *   marker
 * - `noId`: the page's images have no id, and pages are asked for by the last id
 */
export type IncompleteReason = 'repeatedPage' | 'noId';

/**
 * One walk through a server's list, page by page, by marker alone: each image once, in server order. It ends at an
 * empty page or at one that adds nothing new, so a server that ignores `limit` and `marker`, caps `limit` or repeats
 * itself can neither make it loop nor double or lose an image.
 */
export class Pager {
  readonly images: Image[] = [];
  completeness: Completeness = { kind: 'more' };
  /** The server's clock when the walk began, milliseconds since 1970-01-01 UTC, where it told. */
  serverTime: number | undefined;
  readonly #positions = new Map<string, number>();
  /** Images of the largest page so far: the server's cap is no lower, so that a shorter page is the end. */
  #largestPage: number;
  /** A short page without a next link was followed by more images: here only an empty page is the end. */
  #capped: boolean;

  /** @param earlier a walk through another list of the same server: what it has learned of its pages holds here */
  constructor(
    private readonly source: ImageSource,
    readonly query: ServerQuery,
    earlier?: Pager,
  ) {
    this.#largestPage = earlier === undefined ? 0 : earlier.#largestPage;
    this.#capped = earlier === undefined ? false : earlier.#capped;
  }

  /**
   * Asks for the next page and takes in what is new.
   * @param known gives the object that stands for an image already, where there is one
   * @throws {ApiError} or {Canceled}; nothing has changed then
   */
  async step(limit: number, signal: AbortSignal, known: Known = itself): Promise<void> {
    const marker = this.#lastId();
    try {
      this.#take(await this.#page(limit, marker, signal, known), limit);
    } catch (error) {
      if (marker === undefined || !isMarkerLost(error)) throw error;
      await this.#stepFromEarlier(limit, error, signal, known);
    }
  }

  /** There is, or may be, more to ask for. */
  get mayHaveMore(): boolean {
    return this.completeness.kind === 'more' || this.completeness.kind === 'unconfirmed';
  }

  /** Puts other images in the place of those walked so far, each once; the walk goes on after the last of them. */
  replace(images: readonly Image[], extent: Completeness = this.completeness): void {
    this.images.length = 0;
    this.#positions.clear();
    this.#append(images);
    this.completeness = extent;
  }

  find(key: string): Image | undefined {
    const position = this.#positions.get(key);
    return position === undefined ? undefined : this.images[position];
  }

  /** What is new of a page, and what the page says about the end. */
  #take(page: Page, limit: number): void {
    const added = this.#append(page.images);
    const confirmed = this.completeness.kind === 'unconfirmed';
    if (confirmed && added > 0) this.#capped = true;
    this.completeness = this.#extentAfter(page, added, limit, confirmed);
    this.#largestPage = Math.max(this.#largestPage, page.images.length);
  }

  #extentAfter(page: Page, added: number, limit: number, expectedNone: boolean): Completeness {
    const { length } = page.images;
    if (length === 0) return { kind: 'complete' };
    if (added === 0) {
      // A list sent whole, over and over, is known whole. A page of just the size asked for may be a piece of one.
      const whole = expectedNone || length > limit;
      return whole ? { kind: 'complete' } : { kind: 'incomplete', reason: 'repeatedPage' };
    }
    if (this.#lastId() === undefined) return { kind: 'incomplete', reason: 'noId' };
    if (page.hasNext || length === limit || this.#capped) return { kind: 'more' };
    return length < Math.min(limit, this.#largestPage) ? { kind: 'complete' } : { kind: 'unconfirmed' };
  }

  /**
   * The marker's image is gone. Goes back in growing strides until the server knows an image, or to the start, and
   * walks on from there: what came after is sent again, but for the images that are gone.
   */
  async #stepFromEarlier(limit: number, refusal: ApiError, signal: AbortSignal, known: Known): Promise<void> {
    const markers = this.images.filter(({ id }) => id !== '');
    const refused = new Set([markers.at(-1)?.id]);
    for (const back of stridesTo(markers.length)) {
      const marker = markers.at(-1 - back);
      try {
        const page = await this.#page(limit + back, marker?.id, signal, known);
        this.#cutAfter(marker);
        this.completeness = { kind: 'more' };
        this.#take(page, limit + back);
        // The server sends an image, but does not take it for a marker: there is no way on.
        if (refused.has(this.#lastId() ?? ''))
          this.completeness = { kind: 'incomplete', reason: 'repeatedPage' };
        return;
      } catch (error) {
        if (!isMarkerLost(error)) throw error;
        refused.add(marker?.id);
      }
    }
    throw refusal;
  }

  async #page(limit: number, marker: string | undefined, signal: AbortSignal, known: Known): Promise<Page> {
    const page = await this.source.page({ query: this.query, limit, marker }, signal);
    if (signal.aborted) throw new Canceled();
    this.serverTime ??= page.serverTime;
    return { ...page, images: page.images.map(known) };
  }

  #append(images: readonly Image[]): number {
    const before = this.images.length;
    for (const image of images) {
      const position = this.#positions.get(image.key);
      if (position === undefined) {
        this.#positions.set(image.key, this.images.length);
        this.images.push(image);
      } else {
        this.images[position] = image;
      }
    }
    return this.images.length - before;
  }

  #cutAfter(image: Image | undefined): void {
    const position = image === undefined ? undefined : this.#positions.get(image.key);
    this.replace(position === undefined ? [] : this.images.slice(0, position + 1));
  }

  #lastId(): string | undefined {
    return this.images.findLast((image) => image.id !== '')?.id;
  }
}

/** How many images to go back when a marker is gone, up to all: few requests, even when many images are. */
function stridesTo(count: number): readonly number[] {
  const strides = [];
  for (let back = 1; back < count; back *= 4) strides.push(back);
  return [...strides, count];
}

type Known = (image: Image) => Image;

const itself: Known = (image) => image;

type Page = Awaited<ReturnType<ImageSource['page']>>;

/** Nova answers 400 `No image found with ID …` to an unknown marker, and 403 to one of another project. */
function isMarkerLost(error: unknown): error is ApiError {
  return error instanceof ApiError && (error.kind === 'badRequest' || error.kind === 'forbidden');
}
