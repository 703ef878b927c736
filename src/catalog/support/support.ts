import type { Image } from '../../api/images/image';
import { memoizeFor } from '../../base/memoize';
import { utcTime } from '../../base/utcTime';
import { distributionOf } from '../facetValues';
import type { Release } from '../release';
import { knownRelease } from './matchRelease';

/** When security support that is free for all ends, of a release of a distribution. */
export interface Support {
  /** "Debian", "Windows Server". */
  readonly family: string;
  /** As the table calls it: `22.04`, `2012-r2`. */
  readonly release: string;
  /** The last day, `2024-06-30`; `undefined` where support has ended and nobody knows on which day. */
  readonly ends: string | undefined;
  /** When that day is over, milliseconds since 1970-01-01 UTC; before all times where it is not known. */
  readonly over: number;
  /** The last day of the distribution's own security team, where long-term support follows on it until `ends`. */
  readonly regularEnds: string | undefined;
}

/**
 * The states of support, in the order in which they are told.
 *
 * - `ended`: the last day is over
 * - `endsSoon`: it is near
 * - `supported`: it is not
 */
export const SUPPORT_STATES = ['ended', 'endsSoon', 'supported'] as const;

/** How it stands with support. */
export type SupportState = (typeof SUPPORT_STATES)[number];

/** How long before its end it is told that support ends soon, in days, unless something else is wanted. */
export const SUPPORT_NOTICE_DAYS = 90;

/** The support of an image's distribution, also of one that comes with an app; `undefined` where nothing is known. */
export function supportOf(image: Image): Support | undefined {
  const distribution = distributionOf(image);
  return distribution === undefined ? undefined : supportOfRelease(distribution);
}

const supportOfRelease = memoizeFor((distribution: Release): Support | undefined => {
  const known = knownRelease(distribution);
  if (known === undefined || known.end === '-') return undefined;
  const { family } = distribution;
  const release = known.key;
  if (known.end === 'ended')
    return { family, release, ends: undefined, over: -Infinity, regularEnds: undefined };
  const [first = '', last = first] = known.end.split('/');
  const over = (utcTime(`${last}T00:00:00Z`) ?? -Infinity) + DAY;
  return { family, release, ends: last, over, regularEnds: last === first ? undefined : first };
});

/** Milliseconds. */
const DAY = 86_400_000;

/** Whether support has ended: its last day is over. @param now milliseconds since 1970-01-01 UTC */
export function hasSupportEnded({ over }: Support, now: number): boolean {
  return over <= now;
}

/**
 * How it stands with support; `undefined` where nothing is known.
 * @param now milliseconds since 1970-01-01 UTC
 * @param noticeDays how many days before its last day support ends soon, that many included; none does with 0
 */
export function supportState(
  support: Support | undefined,
  now: number,
  noticeDays: number = SUPPORT_NOTICE_DAYS,
): SupportState | undefined {
  if (support === undefined) return undefined;
  if (hasSupportEnded(support, now)) return 'ended';
  const isNear = noticeDays > 0 && support.over - DAY <= now + noticeDays * DAY;
  return isNear ? 'endsSoon' : 'supported';
}
