import type { ImageSource } from '../../src/api/imageSource';
import { AccountImages, type AccountImagesOptions, type View } from '../../src/session/accountImages';

/** By status, in the server's order, without a filter. */
export const PLAIN_VIEW: View = {
  grouping: 'status',
  sorting: { key: 'server', descending: false },
  filter: { criteria: [] },
  folded: false,
};

/** An account's images as they are for somebody who has chosen nothing; no list is kept unless a test says so. */
export function plainImages(source: ImageSource, options: Partial<AccountImagesOptions> = {}): AccountImages {
  return new AccountImages({
    source,
    kept: { read: () => Promise.resolve(undefined), write: () => Promise.resolve() },
    deletedImages: () => 'remove',
    view: PLAIN_VIEW,
    pageSize: () => 100,
    locale: 'en',
    ...options,
  });
}
