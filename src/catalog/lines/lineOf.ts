import type { Image } from '../../api/images/image';

/** The line of an image, as a key: stub. */
export function lineOf(image: Image): string {
  return image.key;
}
