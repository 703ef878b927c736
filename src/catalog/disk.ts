import type { Image } from '../api/images/image';
import { memoizeFor } from '../base/memoize';
import { ownershipOf } from './facetValues';

/** GiB of the disk as a vendor's name says it; `undefined` where it does not. An own image is called as its owner likes. */
export const namedDiskOf = memoizeFor((image: Image): number | undefined => {
  // To look for letters takes far less than to look for a pattern.
  if (!/gb/i.test(image.name) || ownershipOf(image) !== 'vendor') return undefined;
  const size = sizeIn(image.name)?.groups?.gib;
  return size === undefined ? undefined : Number(size);
});

/** A vendor's name without the size that `namedDiskOf` reads. */
export function withoutDisk(name: string): string {
  const size = sizeIn(name);
  return size === undefined ? name : `${name.slice(0, size.index)}${name.slice(size.index + size[0].length)}`;
}

/** `-30gb`, as it ends a name or stands before a date; the last one counts. */
function sizeIn(name: string): RegExpExecArray | undefined {
  return [...name.matchAll(/-(?<gib>[1-9]\d{0,6})gb(?![\p{L}\d])/giu)].at(-1);
}

/** GiB of the disk that an image is made for: what the vendor says, else the least that it needs; `undefined` where neither is told. */
export function diskOf(image: Image): number | undefined {
  const named = namedDiskOf(image);
  if (named !== undefined) return named;
  const { minDisk } = image;
  return minDisk === undefined || minDisk <= 0 ? undefined : minDisk;
}
