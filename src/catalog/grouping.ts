import type { Image } from '../api/images/image';
import type { ImageSource } from '../api/images/imageSource';
import { statusOrder } from '../api/images/status';
import { collatorOf } from '../base/collator';
import { facetOf, GROUP_FACET_IDS, isFacetId, isFacetTold } from './facets';
import { groupKey, type Group } from './group';
import { facetGroups } from './facetGroups';
import { kindGroups } from './kindGroups';
import { statusGroups } from './statusGroups';

/** In the order in which they are offered. They are the values of the setting, and part of what is stored. */
export const GROUPINGS = [
  'kind',
  'status',
  ...GROUP_FACET_IDS.filter((id) => id !== 'kind'),
  'none',
] as const;

/** By what images are put into groups; `none` is one group of all. */
export type Grouping = (typeof GROUPINGS)[number];

/** What can be chosen: a grouping, or that which suits the images of an account. The values of the setting. */
export const GROUPING_CHOICES = ['auto', ...GROUPINGS] as const;

/** By what images are grouped, or that it is found out. */
export type GroupingChoice = (typeof GROUPING_CHOICES)[number];

/** A grouping that `auto` can stand for. */
export type UsualGrouping = 'kind' | 'status';

/** How groups are ordered. */
export interface GroupingOptions {
  /** A BCP 47 tag, for the order of names. */
  readonly locale?: string;
  /** Within a kind's family the newest release comes first; else its images stand in the order they came in. */
  readonly byVersion?: boolean;
}

/** The grouping that is wanted, or by status, where the images of a source cannot have what is wanted. */
export function groupingFor(wanted: Grouping, source: Pick<ImageSource, 'tellsDetails'>): Grouping {
  return isFacetId(wanted) && !isFacetTold(facetOf(wanted), source) ? 'status' : wanted;
}

/**
 * The images in groups, each image in exactly one; `none` gives one group. No images, no groups. Statuses and the
 * values of a facet that has no others stand in their own order, everything else by its readable name; what has no
 * value comes last.
 */
export function groupImages(
  images: readonly Image[],
  grouping: Grouping,
  { locale = 'en', byVersion = true }: GroupingOptions = {},
): readonly Group[] {
  const names = collatorOf(locale).compare;
  if (grouping === 'kind') return kindGroups(images, names, byVersion);
  if (isFacetId(grouping)) return facetGroups(images, grouping, names);
  switch (grouping) {
    case 'status':
      return statusGroups(images, statusOrder(names));
    case 'none':
      return images.length === 0
        ? []
        : [{ key: groupKey(grouping), value: '', images, groups: [], headed: 'never' }];
  }
}
