import type { Image } from '../api/images/image';
import { groupKey, type Group, type Order } from './group';

/** A group for each status word. @param order of the words */
export function statusGroups(images: readonly Image[], order: Order): readonly Group[] {
  return Array.from(runsByStatus(images), ([value, runs]) => ({
    key: groupKey('status', value),
    value,
    images: gathered(images, runs),
    groups: [],
    headed: 'always' as const,
  })).sort((a, b) => order(a.value, b.value));
}

/** Neighbours of the same status: most are, and copying stretches is cheaper than copying one by one. */
interface Run {
  readonly from: number;
  readonly to: number;
}

function runsByStatus(images: readonly Image[]): Map<string, Run[]> {
  const statuses = new Map<string, Run[]>();
  let from = 0;
  while (from < images.length) {
    const { status } = images[from] as Image;
    const to = endOfRun(images, from, status);
    const runs = statuses.get(status);
    if (runs === undefined) statuses.set(status, [{ from, to }]);
    else runs.push({ from, to });
    from = to;
  }
  return statuses;
}

function endOfRun(images: readonly Image[], from: number, status: string): number {
  const end = images.length;
  let to = from + 1;
  while (to < end && (images[to] as Image).status === status) to++;
  return to;
}

/** More stretches than these are short ones: to copy each by itself would cost more, and so many arguments has no call. */
const MANY = 1000;

function gathered(images: readonly Image[], runs: readonly Run[]): readonly Image[] {
  if (runs.length <= MANY) {
    const none: readonly Image[] = [];
    return none.concat(...runs.map(({ from, to }) => images.slice(from, to)));
  }
  const all: Image[] = [];
  for (const { from, to } of runs) for (let at = from; at < to; at++) all.push(images[at] as Image);
  return all;
}
