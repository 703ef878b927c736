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
  // Nearly all have it with nothing but a date behind it: to read that takes far less than to look for a pattern.
  let to = name.length;
  let last = name.charCodeAt(to - 1);
  while (last === HYPHEN || (last >= ZERO && last <= NINE)) last = name.charCodeAt(--to - 1);
  const isUsual =
    last === UNIT.charCodeAt(1) && name.charCodeAt(to - 2) === UNIT.charCodeAt(0) && digitAt(name, to) < 0;
  const usual = isUsual ? diskBefore(name, to) : undefined;
  if (usual !== undefined) return usual;
  // By tests alone: to be told what is found takes longer than to find it.
  to = 0;
  DISK.lastIndex = 0;
  while (DISK.test(name)) to = DISK.lastIndex;
  return to === 0 ? undefined : diskBefore(name, to);
}

const DISK = /-[1-9]\d{0,6}gb(?![\p{L}\d])/giu;
const UNIT = 'gb';
/** GiB that nobody has. */
const TOO_MANY = 1e7;

/** The disk whose unit ends at a place. */
function diskBefore(name: string, to: number): NamedDisk | undefined {
  let gib = 0;
  let first = NONE;
  let from = to - UNIT.length;
  for (let unit = 1, digit = digitAt(name, --from); digit >= 0; digit = digitAt(name, --from), unit *= 10)
    gib += (first = digit) * unit;
  const isDisk = first > 0 && gib < TOO_MANY && name.charCodeAt(from) === HYPHEN;
  return isDisk ? { gib, from, to } : undefined;
}

/** Below 0 for all that is none. */
function digitAt(text: string, place: number): number {
  const digit = text.charCodeAt(place) - ZERO;
  return digit <= 9 ? digit : NONE;
}

const HYPHEN = 45;
const ZERO = 48;
const NINE = 57;
const NONE = -1;

/** GiB of the disk that an image is made for: what the vendor says, else the least that it needs; `undefined` where neither is told. */
export function diskOf(image: Image): number | undefined {
  const named = namedDiskOf(image);
  if (named !== undefined) return named.gib;
  const { minDisk } = image;
  return minDisk === undefined || minDisk <= 0 ? undefined : minDisk;
}
