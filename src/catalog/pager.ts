import { Canceled } from '../base/canceled';
import type { Image } from '../api/images/image';
import type {
  ChangesAnswer,
  ImageListing,
  ImageSource,
  PageAnswer,
  PageEnd,
  ServerQuery,
} from '../api/images/imageSource';

/**
 * How far the images known reach into the server's list.
 *
 * - `more`: the server has, or may have, more
 * - `unconfirmed`: the last page may have been the end; the page after it tells
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

/** What the source says of a page's end, as the list knows it. */
const COMPLETENESS: Readonly<Record<PageEnd, Completeness>> = {
  more: { kind: 'more' },
  unconfirmed: { kind: 'unconfirmed' },
  end: { kind: 'complete' },
  repeated: { kind: 'incomplete', reason: 'repeatedPage' },
};

/**
 * A server's list, page by page, by marker alone: each image once, in server order. It ends where the source says so,
 * so a server that repeats itself can neither make it loop nor double or lose an image.
 */
export class Pager {
  /** Another list whenever it has changed: what was worked out of one list holds for it for good. */
  images: readonly Image[] = [];
  completeness: Completeness = COMPLETENESS.more;
  readonly #listing: ImageListing;
  readonly #positions = new Map<string, number>();

  constructor(
    private readonly source: ImageSource,
    readonly query: ServerQuery,
  ) {
    this.#listing = source.list(query);
  }

  /**
   * Asks for the next page and takes in what is new.
   * @param known gives the object that stands for an image already, where there is one
   * @throws {ApiError} or {Canceled}; nothing has changed then
   */
  async step(limit: number, signal: AbortSignal, known: Known = itself): Promise<void> {
    const answer = await this.#ask(limit, this.#last(), signal, known);
    if (answer.kind === 'page') this.#take(answer);
    else await this.#stepFromEarlier(limit, signal, known);
  }

  /** What has changed since the images were sent. @throws {ApiError} or {Canceled} */
  changes(signal: AbortSignal): Promise<ChangesAnswer> {
    return this.#listing.changes(this.images, signal);
  }

  /** There is, or may be, more to ask for. */
  get mayHaveMore(): boolean {
    return this.completeness.kind === 'more' || this.completeness.kind === 'unconfirmed';
  }

  /** Puts other images in the place of those known so far, each once; the next page is the one after the last of them. */
  replace(images: readonly Image[], completeness: Completeness = this.completeness): void {
    this.images = [];
    this.#positions.clear();
    this.#append(images);
    this.completeness = completeness;
  }

  find(key: string): Image | undefined {
    const position = this.#positions.get(key);
    return position === undefined ? undefined : this.images[position];
  }

  /** What is new of a page, and what the page says about the end. */
  #take({ images, end }: Page): void {
    this.#append(images);
    const goesOn = end === 'more' || end === 'unconfirmed';
    this.completeness =
      goesOn && this.#last() === undefined ? { kind: 'incomplete', reason: 'noId' } : COMPLETENESS[end];
  }

  /**
   * The marker's image is gone. Goes back in growing strides until the server knows an image, or to the start, and
   * goes on from there: what came after is sent again, but for the images that are gone.
   */
  async #stepFromEarlier(limit: number, signal: AbortSignal, known: Known): Promise<void> {
    const markers = this.images.filter(({ id }) => id !== '');
    const refused = new Set([markers.at(-1)?.id]);
    for (const back of stridesTo(markers.length)) {
      const marker = markers.at(-1 - back);
      const answer = await this.#ask(Math.min(limit + back, this.source.largestPage), marker, signal, known);
      if (answer.kind === 'page') {
        this.#cutAfter(marker);
        this.#take(answer);
        // The server sends an image, but does not take it for a marker: there is no way on.
        if (refused.has(this.#last()?.id ?? '')) this.completeness = COMPLETENESS.repeated;
        return;
      }
      refused.add(marker?.id);
    }
    this.completeness = COMPLETENESS.repeated;
  }

  /** The page after an image, or the first one. */
  async #ask(
    limit: number,
    after: Image | undefined,
    signal: AbortSignal,
    known: Known,
  ): Promise<PageAnswer> {
    const isLast = after === this.#last();
    // What stands behind an earlier marker is asked for anew.
    const count = isLast ? this.images.length : this.#countTo(after);
    const answer = await this.#listing.page(
      {
        marker: after?.id,
        limit,
        isKnown: ({ key }) => (this.#positions.get(key) ?? count) < count,
        confirms: isLast && this.completeness.kind === 'unconfirmed',
      },
      signal,
    );
    if (signal.aborted) throw new Canceled();
    return answer.kind === 'page' ? { ...answer, images: answer.images.map(known) } : answer;
  }

  #append(images: readonly Image[]): void {
    const all = this.images.slice();
    for (const image of images) {
      const position = this.#positions.get(image.key);
      if (position === undefined) {
        this.#positions.set(image.key, all.length);
        all.push(image);
      } else {
        all[position] = image;
      }
    }
    this.images = all;
  }

  #cutAfter(image: Image | undefined): void {
    this.replace(this.images.slice(0, this.#countTo(image)));
  }

  /** How many images there are up to this one; none up to the start. */
  #countTo(image: Image | undefined): number {
    return image === undefined ? 0 : (this.#positions.get(image.key) ?? -1) + 1;
  }

  /** The last image that can be a marker. */
  #last(): Image | undefined {
    return this.images.findLast(({ id }) => id !== '');
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

type Page = Extract<PageAnswer, { readonly kind: 'page' }>;
