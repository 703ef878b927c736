import type { Image } from '../api/image';

/** One image as it stands there in one or several disk sizes. */
export interface Variants {
  /** Stable: made from values. */
  readonly key: string;
  /** The common name without the size, or the name of the only one. */
  readonly name: string;
  /** One or more, smallest disk first. */
  readonly images: readonly Image[];
}

/** The images, those that differ in the disk size alone folded into one entry, which stands where its first one stood. */
export function foldVariants(images: readonly Image[]): readonly Variants[] {
  return images.map((image) => ({ key: image.key, name: image.name, images: [image] }));
}
