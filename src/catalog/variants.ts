import type { Image } from '../api/images/image';
import { isVisible } from '../base/visible';
import { namedDiskOf, withoutDisk } from './disk';
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
  const open = new Map<string, Entry>();
  for (const image of images) {
    const { base, size } = nameParts(image);
    const kind = size === undefined ? undefined : foldKey(image, base);
    const entry = kind === undefined ? undefined : open.get(kind);
    if (entry !== undefined && entry.images.every((other) => namedDiskOf(other) !== size)) {
      entry.images.push(image);
    } else {
      const opened: Entry = { base, images: [image] };
      entries.push(opened);
      if (kind !== undefined) open.set(kind, opened);
    }
  }
  return entries.map(folded);
}

interface Entry {
  readonly base: string;
  readonly images: [Image, ...Image[]];
}

/** A name without its disk size, and that in GiB. */
function nameParts(image: Image): { readonly base: string; readonly size?: number } {
  const { name } = image;
  const size = namedDiskOf(image);
  if (size === undefined) return { base: name };
  const base = withoutDisk(name);
  return isVisible(base) ? { base, size } : { base: name };
}

function foldKey(image: Image, base: string): string {
  return JSON.stringify([base, image.status, appOf(image)?.label, distributionOf(image)?.label]);
}

function folded({ base, images }: Entry): Variants {
  const [first] = images;
  if (images.length === 1) return { key: first.key, name: first.name, images };
  const [smallest = first, ...larger] = images.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  return { key: first.key, name: base, images: [smallest, ...larger] };
}

function sizeOf(image: Image): number {
  return namedDiskOf(image) ?? 0;
}
