import type { Image } from '../../api/images/image';

/** The lines of a list of images. */
export interface Lines {
  /** The list is complete: what is the newest of it is the newest. Else it is the newest loaded. */
  readonly isComplete: boolean;
  /** Whether it is the one newest image of its line, also of one that has no other. */
  isNewest(image: Image): boolean;
  /** The newest image of an image's line, perhaps the image itself; `undefined` where none is ACTIVE. */
  newestOf(image: Image): Image | undefined;
  /** The images of its line to which one could upgrade from it, the newest first. */
  newerThan(image: Image): readonly Image[];
  /** All images of its line, the image itself included, the newest first. */
  lineWith(image: Image): readonly Image[];
}

/** Stub. */
export function linesOf(images: readonly Image[], isComplete: boolean): Lines {
  return {
    isComplete,
    isNewest: () => false,
    newestOf: () => images.find(() => false),
    newerThan: () => [],
    lineWith: (image) => [image],
  };
}
