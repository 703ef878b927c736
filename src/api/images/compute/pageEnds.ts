import type { PageEnd, PageRequest } from '../imageSource';
import type { ListAnswer } from '../readAnswer';

/** A page together with the limit that it was asked for with in the end. */
export interface SizedAnswer extends ListAnswer {
  readonly limit: number;
}

/**
 * Finds the end of a list. A next link, or a page as long as asked for, means more. A short page without a link is the
 * end on Nova, but only a cap on a server that lowers `limit` silently: the page after it tells. A server that ignores
 * `limit` and `marker` or repeats itself can neither make the list endless nor double an image.
 */
export class PageEnds {
  /** Images of the largest page so far: the server's cap is no lower, so that a shorter page is the end. */
  #largest = 0;
  /** A short page without a next link was followed by more images: here only an empty page is the end. */
  #capped = false;

  /** What holds for another list of the same server. */
  copy(): PageEnds {
    const copy = new PageEnds();
    copy.#largest = this.#largest;
    copy.#capped = this.#capped;
    return copy;
  }

  after(
    { images, hasNext, limit }: SizedAnswer,
    { isKnown = () => false, confirms = false }: PageRequest,
  ): PageEnd {
    const { length } = images;
    if (length === 0) return 'end';
    if (images.every(isKnown)) {
      // A list sent whole, over and over, is known whole. A page of just the size asked for may be a piece of one.
      return confirms || length > limit ? 'end' : 'repeated';
    }
    if (confirms) this.#capped = true;
    const isLastOnNova = length < Math.min(limit, this.#largest);
    this.#largest = Math.max(this.#largest, length);
    if (hasNext || length === limit || this.#capped) return 'more';
    return isLastOnNova ? 'end' : 'unconfirmed';
  }
}
