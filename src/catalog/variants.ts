import { metadataText, type Image } from '../api/image';
import { ownershipOf } from './facets';

/** One image as it stands there in one or several disk sizes. */
export interface Variants {
  /** Stable and unique; made from values. */
  readonly key: string;
  /** The common name without the size; of an image that stands there once, its own. */
  readonly name: string;
  /** One or more, smallest disk first. */
  readonly images: readonly Image[];
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
    const kind = size === '' ? '' : kindOf(image, base);
    const entry = open.get(kind);
    if (size === '' || entry === undefined || entry.sizes.has(size)) {
      const opened = { base, sizes: new Set([size]), images: [image] };
      entries.push(opened);
      if (size !== '') open.set(kind, opened);
    } else {
      entry.sizes.add(size);
      entry.images.push(image);
    }
  }
  return entries.map(folded);
}

interface Entry {
  readonly base: string;
  readonly sizes: Set<string>;
  readonly images: Image[];
}

/** Vendor names end in the disk size where there are several: `-30gb`, `-100gb`. */
function nameParts(image: Image): { readonly base: string; readonly size: string } {
  const parts = /^(?<base>.+)-(?<size>\d+)gb$/i.exec(image.name)?.groups;
  if (parts === undefined || ownershipOf(image) === 'own') return { base: image.name, size: '' };
  return { base: parts.base ?? '', size: parts.size ?? '' };
}

function kindOf(image: Image, base: string): string {
  return JSON.stringify([base, image.status, metadataText(image, 'app'), metadataText(image, 'dst')]);
}

function folded({ base, images }: Entry): Variants {
  const [first] = images;
  if (first === undefined || images.length === 1)
    return { key: first?.key ?? base, name: first?.name ?? base, images };
  const bySize = images.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  return { key: first.key, name: base, images: bySize };
}

function sizeOf(image: Image): number {
  return Number(nameParts(image).size);
}
