import type { AppliedFilter } from '../catalog/filter/appliedFilter';
import type { Filter } from '../catalog/filter/criterion';
import type { SourceKnowledge } from '../catalog/filter/definition';
import { groupingFor, type Grouping, type GroupingChoice, type UsualGrouping } from '../catalog/grouping';
import type { Sorting } from '../catalog/sorting';

/** How one account's images are shown. */
export interface ViewOptions {
  readonly grouping: GroupingChoice;
  /** What `auto` stands for; `undefined` until images have told. */
  readonly usual?: UsualGrouping | undefined;
  readonly sorting: Sorting;
  readonly filter: Filter;
  /** Images that stand there in several disk sizes are one row, with its variants under it. */
  readonly folded: boolean;
}

/** The same, with a filter of which is known what it means to the source. */
export interface AppliedViewOptions extends ViewOptions {
  readonly filter: AppliedFilter;
  readonly grouping: Grouping;
  /** The grouping that was chosen; where the source tells no such thing, `grouping` is another. */
  readonly wantedGrouping: GroupingChoice;
}

/** How a grouping that was chosen is applied to the images of a source. */
export function groupedBy(
  wantedGrouping: GroupingChoice,
  source: SourceKnowledge,
  usual: UsualGrouping | undefined,
): Pick<AppliedViewOptions, 'grouping' | 'wantedGrouping'> {
  const wanted = wantedGrouping === 'auto' ? (usual ?? 'status') : wantedGrouping;
  return { grouping: groupingFor(wanted, source), wantedGrouping };
}
