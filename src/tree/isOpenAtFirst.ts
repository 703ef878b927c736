import type { GroupRow } from './rows';

/** A group of at most so many rows is open when it first appears. */
const OPEN_AT_MOST = 50;

/**
 * Whether a group is open when it first appears. Of kinds the operating systems are, whose families are not; of applications
 * there are too many.
 */
export function isOpenAtFirst({ alone, group, grouping, headings, parent, accountId }: GroupRow): boolean {
  if (alone) return true;
  if (grouping !== 'kind') return group.images.length <= OPEN_AT_MOST;
  if (group.heading !== undefined || headings.length > 0) return false;
  const isTop = parent === undefined || parent === accountId;
  return isTop && (group.groups.length > 0 ? group.value === 'os' : group.images.length <= OPEN_AT_MOST);
}
