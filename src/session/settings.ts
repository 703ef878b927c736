import type { Subscription } from '../base/emitter';
import type { DeletedImages } from '../catalog/mergeChanges';
import type { Grouping } from '../catalog/grouping';
import type { SortKey } from '../catalog/sorting';

/** What the user has set, read anew each time. */
export interface Settings {
  /** Images a page. */
  readonly pageSize: () => number;
  /** Seconds for one whole request. */
  readonly requestTimeout: () => number;
  /** Seconds between automatic refreshes; 0 is off. */
  readonly autoRefresh: () => number;
  readonly deletedImages: () => DeletedImages;
  readonly grouping: () => Grouping;
  readonly sortKey: () => SortKey;
  /** What stands between several copied texts. */
  readonly copySeparator: () => string;
  /** One of them has changed. */
  readonly onDidChange: (listener: () => void) => Subscription;
}
