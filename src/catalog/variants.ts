import type { Image } from '../api/images/image';
import { isVisible } from '../base/visible';
import { namedDiskOf } from './disk';
import { appOf, distributionOf } from './facetValues';

/** One image as it stands there in one or several disk sizes. */
export interface Variants {
  /** Stable and unique; made from values. */
  readonly key: string;
  /** The common name without the size; of an image that stands there once, its own. */
  readonly name: string;
  /** One or more, smallest disk first. */
  readonly images: readonly [Image, ...Image[]];
}

/**
 * The images, those of the vendor's that differ in nothing but the disk size folded into one entry, which stands
 * where the first of them stood. Two of the same size are two images: the later one begins an entry of its own.
 */
export function foldVariants(images: readonly Image[]): readonly Variants[] {
  const entries: Entry[] = [];
  // The last entry of each sort.
  const open = new Map<string, Entry>();
  for (const image of images) {
    const { base, size } = nameParts(image);
    const sort = size === undefined ? '' : sortOf(image, base);
    const entry = open.get(sort);
    if (size !== undefined && entry !== undefined && !entry.sizes.has(size)) {
      entry.sizes.add(size);
      entry.images.push(image);
      continue;
    }
    const opened: Entry = { base, images: [image], sizes: new Set([size]) };
    entries.push(opened);
    if (size !== undefined) open.set(sort, opened);
  }
  return entries.map(folded);
}

interface Entry {
  readonly base: string;
  readonly images: [Image, ...Image[]];
  /** GiB. */
  readonly sizes: Set<number | undefined>;
}

/** A name without its disk size, and that in GiB. */
function nameParts(image: Image): { readonly base: string; readonly size?: number } {
  const { name } = image;
  const disk = namedDiskOf(image);
  if (disk === undefined) return { base: name };
  const base = `${name.slice(0, disk.from)}${name.slice(disk.to)}`;
  return isVisible(base) ? { base, size: disk.gib } : { base: name };
}

/** The same for images that differ in nothing but the size. */
function sortOf(image: Image, base: string): string {
  return JSON.stringify([base, image.status, appOf(image)?.label, distributionOf(image)?.label]);
}

function folded({ base, images }: Entry): Variants {
  const [first] = images;
  if (images.length === 1) return { key: first.key, name: first.name, images };
  const [smallest = first, ...larger] = images.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  return { key: first.key, name: base, images: [smallest, ...larger] };
}

function sizeOf(image: Image): number {
  return namedDiskOf(image)?.gib ?? 0;
}
