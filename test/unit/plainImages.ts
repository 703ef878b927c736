import type { ImageSource } from '../../src/api/images/imageSource';
import { AccountImages } from '../../src/session/accountImages';
import type { AccountImagesOptions } from '../../src/session/accountImagesOptions';
import type { ViewOptions } from '../../src/session/viewOptions';
import { rethrow } from './rethrow';

/** By status, in the server's order, without a filter. */
export const PLAIN_VIEW: ViewOptions = {
  grouping: 'status',
  sorting: { key: 'server', descending: false },
  filter: { criteria: [] },
  folded: false,
};

/** An account's images as they are for somebody who has chosen nothing; no list is kept unless a test says so. */
export function plainImages(source: ImageSource, options: Partial<AccountImagesOptions> = {}): AccountImages {
  return new AccountImages({
    source,
    cached: { read: () => Promise.resolve(undefined), write: () => Promise.resolve() },
    deletedImages: () => 'remove',
    view: PLAIN_VIEW,
    keepUsual: () => undefined,
    pageSize: () => 100,
    locale: 'en',
    report: rethrow,
    ...options,
  });
}
