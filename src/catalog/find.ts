import type { Image } from '../api/images/image';
import { appOf } from './facetValues';
import { containing } from './filter/contains';

/** The first of what was found, and how much more there is. */
export interface Found {
  /** The first of them, in the order they came in. */
  readonly images: readonly Image[];
  /** How many more there are. */
  readonly more: number;
}

/**
 * The images that have every word of a text in their name, id or app; upper or lower case, full or half width make no
 * difference. An empty text finds all.
 * @param most how many of them are wanted
 */
export function findImages(images: readonly Image[], text: string, most: number): Found {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(containing);
  const isFound = (image: Image): boolean =>
    words.every((has) => has(image.name) || has(image.id) || has(appOf(image)?.label ?? ''));
  const found = words.length === 0 ? images : images.filter(isFound);
  return { images: found.slice(0, most), more: Math.max(found.length - most, 0) };
}
