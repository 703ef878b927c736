import type { ImageRow } from './imageRows';
import type { ShownRow } from './shownRow';

/** How well a list of rows can be read. */
export interface Readability {
  readonly rows: number;
  /** Two images next to each other. */
  readonly pairs: number;
  /** Those of them that look the same, by what is seen of them. */
  readonly identical: readonly string[];
  /** Labels that are not seen whole. */
  readonly cut: readonly string[];
  /** Rows of images that have a disk size. */
  readonly withDisk: number;
  /** Those of them whose sizes cannot all be read. */
  readonly unreadable: readonly string[];
  /** Rows of images that are not ready to use, without the whole of what is said of that. */
  readonly statusCut: readonly string[];
}

/** Reads what can be seen of the rows of images, in the order in which they stand. */
export function readability(images: readonly ImageRow[]): Readability {
  const pairs = images.flatMap((image, at) => {
    const next = images[at + 1];
    return next !== undefined && areNeighbours(image.row, next.row) ? [[image, next] as const] : [];
  });
  const withDisk = images.filter(({ disks }) => disks.length > 0);
  return {
    rows: images.length,
    pairs: pairs.length,
    identical: pairs
      .filter(([one, next]) => seenOf(one.row) === seenOf(next.row))
      .map(([one, next]) => `${seenOf(one.row)} (${one.name}, ${next.name})`),
    cut: images.filter(({ row }) => !isWhole(row)).map(described),
    withDisk: withDisk.length,
    unreadable: withDisk.filter((image) => !showsDisks(image)).map(described),
    statusCut: images.filter(isStatusCut).map(described),
  };
}

/** Between rows of different groups stands a heading, or one of them is indented further. */
function areNeighbours(one: ShownRow, next: ShownRow): boolean {
  return next.index === one.index + 1 && next.level === one.level;
}

function seenOf({ label, description }: ShownRow): string {
  return `${label.seen} | ${description.seen}`;
}

function described({ row, name }: ImageRow): string {
  return `${seenOf(row)} (${row.label.whole} | ${row.description.whole}; ${name})`;
}

/** A label whose end is left out before it is shown is no more whole than one that is cut; one without its middle has its end. */
function isWhole({ label, spoken }: ShownRow): boolean {
  return label.seen === label.whole && (!label.whole.endsWith('…') || spoken.startsWith(label.whole));
}

/** It stands first, up to the dot behind it. */
function isStatusCut({ row: { description }, isUsual }: ImageRow): boolean {
  const [status = ''] = description.whole.split(' · ');
  return !isUsual && !description.seen.startsWith(status);
}

function showsDisks({ row, disks }: ImageRow): boolean {
  const seen = [...disksIn(row.label.seen), ...disksIn(row.description.seen)];
  return disks.every((disk) => seen.includes(disk));
}

/** The sizes before each GB: `30 · 100 GB`, `-30gb`. */
function disksIn(text: string): readonly number[] {
  const lists = text.matchAll(/(?<![\d.])(\d+(?: ?[·,/] ?\d+)*) ?gb(?![a-z])/gi);
  return [...lists].flatMap(([, list = '']) => list.split(/\D+/).map(Number));
}
