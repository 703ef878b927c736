import { facetOf, isFacetId } from '../catalog/facets';
import { GROUPING_CHOICES, type GroupingChoice } from '../catalog/grouping';
import { SORTINGS, sortingName, type SortingName } from '../catalog/sorting';
import { capitalized } from '../base/capitalized';
import type { ViewOptions } from './viewOptions';

type ByGrouping = `By${Capitalize<GroupingChoice>}`;
type BySorting = `By${Capitalize<SortingName>}`;

/** Chooses how images are arranged: the name of a command behind `conohaImages.`. */
export type ArrangeCommand =
  | `group${ByGrouping}`
  | `grouped${ByGrouping}`
  | `sort${BySorting}`
  | `sorted${BySorting}`
  | 'foldDiskSizes'
  | 'unfoldDiskSizes';

/** What such a command changes. */
export type ArrangeChange = Partial<Pick<ViewOptions, 'grouping' | 'sorting' | 'folded'>>;

/**
 * A choice in a menu of the view's title. The editor's menus have no ticks for extensions: a choice is two commands, of which
 * the menu shows one.
 */
export interface Arrangement {
  readonly menu: 'groupBy' | 'sortBy';
  /** Makes the choice, and stands in the menu while another one is made. */
  readonly command: ArrangeCommand;
  readonly change: ArrangeChange;
  /** The same with a tick in its title, while the choice is made; what can be switched off is so by it. */
  readonly ticked: ArrangeCommand;
  readonly tickedChange: ArrangeChange;
  /** The context key that says what is chosen, and its value for this choice; without a value it is a boolean. */
  readonly chosen: { readonly key: ArrangeKey; readonly value?: string };
  /** Only images with `details` can be arranged so. */
  readonly ofDetails: boolean;
}

/** A context key behind `conohaImages.` that says what is chosen. */
export type ArrangeKey = 'chosenGrouping' | 'sortBy' | 'folded';

/** All that can be chosen, in the order of the menus; the titles of the commands are in the manifest's texts. */
export const ARRANGEMENTS: readonly Arrangement[] = [
  ...GROUPING_CHOICES.map((grouping): Arrangement => {
    const by: ByGrouping = `By${capitalized(grouping)}`;
    return {
      menu: 'groupBy',
      ...always(`group${by}`, `grouped${by}`, { grouping }),
      chosen: { key: 'chosenGrouping', value: grouping },
      ofDetails: isFacetId(grouping) && facetOf(grouping).ofDetails === true,
    };
  }),
  {
    menu: 'groupBy',
    command: 'foldDiskSizes',
    change: { folded: true },
    ticked: 'unfoldDiskSizes',
    tickedChange: { folded: false },
    chosen: { key: 'folded' },
    ofDetails: false,
  },
  ...SORTINGS.map((sorting): Arrangement => {
    const name = sortingName(sorting);
    const by: BySorting = `By${capitalized(name)}`;
    return {
      menu: 'sortBy',
      ...always(`sort${by}`, `sorted${by}`, { sorting }),
      chosen: { key: 'sortBy', value: name },
      ofDetails: false,
    };
  }),
];

function always(
  command: ArrangeCommand,
  ticked: ArrangeCommand,
  change: ArrangeChange,
): Pick<Arrangement, 'command' | 'change' | 'ticked' | 'tickedChange'> {
  return { command, change, ticked, tickedChange: change };
}
