import type { Image } from '../api/images/image';
import { ownershipOf } from './facetValues';

/** The disk size in a vendor's name. */
export interface NamedDisk {
  readonly gib: number;
  /** Where it stands, with the hyphen before it. */
  readonly from: number;
  readonly to: number;
}

/**
 * What a vendor's name says of the disk, if anything. An own image is called as its owner likes. To read a name again takes
 * less than to look up what is known of it.
 */
export function namedDiskOf(image: Image): NamedDisk | undefined {
  return ownershipOf(image) === 'vendor' ? lastDiskIn(image.name) : undefined;
}

/** Tests alone: to be told what was found takes longer than to find it. */
function lastDiskIn(name: string): NamedDisk | undefined {
  let to = 0;
  DISK.lastIndex = 0;
  while (DISK.test(name)) to = DISK.lastIndex;
  if (to === 0) return undefined;
  const from = name.lastIndexOf('-', to - 1);
  return { gib: Number(name.slice(from + 1, to - UNIT.length)), from, to };
}

/** `-30gb`, at the end or before a date; the last one counts. */
const DISK = /-[1-9]\d{0,6}gb(?![\p{L}\d])/giu;
const UNIT = 'gb';

/** GiB of the disk that an image is made for: what the vendor says, else the least that it needs; `undefined` where neither is told. */
export function diskOf(image: Image): number | undefined {
  const named = namedDiskOf(image);
  if (named !== undefined) return named.gib;
  const { minDisk } = image;
  return minDisk === undefined || minDisk <= 0 ? undefined : minDisk;
}
