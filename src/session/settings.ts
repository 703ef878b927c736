import type { Subscription } from '../base/emitter';
import type { DeletedImages } from '../catalog/mergeChanges';
import type { GroupingChoice } from '../catalog/grouping';
import type { LabelStyle } from '../catalog/labels/labelStyle';
import type { RowDetail } from '../catalog/labels/rowDetail';
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
  readonly grouping: () => GroupingChoice;
  /** Disk sizes of one image are one row where nothing else was chosen. */
  readonly folded: () => boolean;
  readonly labelStyle: () => LabelStyle;
  /** What stands beside a label, in its order. */
  readonly rowDetails: () => readonly RowDetail[];
  /** Distributions have icons of their own. */
  readonly distributionIcons: () => boolean;
  readonly sortKey: () => SortKey;
  /** What stands between several copied texts. */
  readonly copySeparator: () => string;
  /** Templates to copy images by, as somebody has written them. */
  readonly copyTemplates: () => readonly unknown[];
  /** `'` stands before what a spreadsheet would take for a formula. */
  readonly guardsFormulas: () => boolean;
  /** A table of CSV begins with the mark by which Excel knows UTF-8. */
  readonly csvHasBom: () => boolean;
  /** One of them has changed. */
  readonly onDidChange: (listener: () => void) => Subscription;
}
