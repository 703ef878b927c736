import type { Image } from '../api/images/image';
import { textKey } from '../base/key';

/** Images with the same value. */
export interface Group {
  /** Stable and unique among the groups of a grouping, sub-groups included; made from values, never from a label. */
  readonly key: string;
  /**
   * Readable: the status word, the family or release, `own` or `vendor`; of a sub-group its version alone. Empty when
   * the images have no such value, and of the one group of `none`.
   */
  readonly value: string;
  /** All images, those of the sub-groups included, in the order they came in. */
  readonly images: readonly Image[];
  /** The versions of a family that has several, else none. */
  readonly groups: readonly Group[];
  /** Whether it has a heading of its own where it stands below another one, or beside others. */
  readonly headed: Headed;
  /** What it says of the app or the distribution of its images; `undefined` where it says nothing of either. */
  readonly heading?: Heading;
}

/** What stands above images of one app or distribution: its family, or a release of it. */
export interface Heading {
  readonly facet: 'app' | 'distribution';
  readonly family: string;
  /** It says the version as well. */
  readonly whole: boolean;
}

/** Always; only where it has several rows, since a single one says it all; or never: its rows stand there themselves. */
export type Headed = 'always' | 'ofSeveral' | 'never';

/** The order of values. */
export type Order = (a: string, b: string) => number;

/** The key of a group by its values. Lengths keep apart what separators would not. */
export function groupKey(grouping: string, ...values: readonly string[]): string {
  return [grouping, ...values.map((value) => `${value.length}:${textKey(value)}`)].join('/');
}
