import type { PageEnd, PageRequest } from '../imageSource';
import type { ListAnswer } from '../readAnswer';

/**
 * What a page of Glance says about the end. Its `next` is a yes or a no: without it the list ends, however short the page
 * may be with it. A page as long as asked for that has none comes from something before Glance: the page after it tells.
 */
export function glanceEnd(
  { images, hasNext }: ListAnswer,
  { limit, isKnown = () => false, confirms = false }: PageRequest,
): PageEnd {
  const { length } = images;
  if (length === 0) return 'end';
  // A list sent whole, over and over, is known whole. A page of just the size asked for may be a piece of one.
  if (images.every(isKnown)) {
    const isWhole = length > limit || (length < limit && (confirms || !hasNext));
    return isWhole ? 'end' : 'repeated';
  }
  if (hasNext) return 'more';
  return length === limit ? 'unconfirmed' : 'end';
}
