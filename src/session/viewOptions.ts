import type { AppliedFilter } from '../catalog/filter/appliedFilter';
import type { Filter } from '../catalog/filter/criterion';
import type { Grouping } from '../catalog/grouping';
import type { Sorting } from '../catalog/sorting';

/** How one account's images are shown. */
export interface ViewOptions {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  readonly filter: Filter;
  /** Images that stand there in several disk sizes are one row, with its variants under it. */
  readonly folded: boolean;
}

/** The same, with a filter of which is known what it means to the source. */
export interface AppliedViewOptions extends ViewOptions {
  readonly filter: AppliedFilter;
}
