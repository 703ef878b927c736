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
  const { name } = image;
  if (ownershipOf(image) !== 'vendor') return undefined;
  const size = /-([1-9]\d{0,6})gb$/i.exec(name) ?? (/gb/i.test(name) ? innerSize(name) : undefined);
  return size && { gib: Number(size[1]), from: size.index, to: size.index + size[0].length };
}

/** `-30gb` before a date; the last one counts. */
function innerSize(name: string): RegExpExecArray | undefined {
  return [...name.matchAll(/-([1-9]\d{0,6})gb(?![\p{L}\d])/giu)].at(-1);
}

/** GiB of the disk that an image is made for: what the vendor says, else the least that it needs; `undefined` where neither is told. */
export function diskOf(image: Image): number | undefined {
  const named = namedDiskOf(image);
  if (named !== undefined) return named.gib;
  const { minDisk } = image;
  return minDisk === undefined || minDisk <= 0 ? undefined : minDisk;
}
