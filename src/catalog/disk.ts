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

/** `-30gb`, at the end or before a date; the last one counts. */
function lastDiskIn(name: string): NamedDisk | undefined {
  const to = endOfDisk(name);
  if (to === 0) return undefined;
  let gib = 0;
  let from = to - UNIT.length;
  for (let unit = 1, digit = digitAt(name, --from); digit >= 0; digit = digitAt(name, --from), unit *= 10)
    gib += digit * unit;
  return { gib, from, to };
}

/** Where it ends; 0 where there is none. By tests alone: to be told what is found takes longer than to find it. */
function endOfDisk(name: string): number {
  LAST_DISK.lastIndex = 0;
  if (LAST_DISK.test(name)) return LAST_DISK.lastIndex;
  let end = 0;
  DISK.lastIndex = 0;
  while (DISK.test(name)) end = DISK.lastIndex;
  return end;
}

/** As nearly all have it: with nothing behind it that could be another one. */
const LAST_DISK = /-[1-9]\d{0,6}gb(?=[-\d]*$)/g;
const DISK = /-[1-9]\d{0,6}gb(?![\p{L}\d])/giu;
const UNIT = 'gb';

/** Below 0 for all that is none. */
function digitAt(text: string, place: number): number {
  const digit = text.charCodeAt(place) - ZERO;
  return digit <= 9 ? digit : NONE;
}

const ZERO = 48;
const NONE = -1;

/** GiB of the disk that an image is made for: what the vendor says, else the least that it needs; `undefined` where neither is told. */
export function diskOf(image: Image): number | undefined {
  const named = namedDiskOf(image);
  if (named !== undefined) return named.gib;
  const { minDisk } = image;
  return minDisk === undefined || minDisk <= 0 ? undefined : minDisk;
}
