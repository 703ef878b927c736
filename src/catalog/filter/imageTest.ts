import type { Image } from '../../api/images/image';

/** A check of an image. */
export type ImageTest = (image: Image) => boolean;

/** All of several checks. A chain of them costs less than a list. */
export function allOf(tests: readonly ImageTest[]): ImageTest {
  return tests.reduceRight<ImageTest | undefined>(both, undefined) ?? (() => true);
}

function both(then: ImageTest | undefined, first: ImageTest): ImageTest {
  return then === undefined ? first : (image) => first(image) && then(image);
}

/** Lets through what a check does not. */
export function not(test: ImageTest): ImageTest {
  return (image) => !test(image);
}

/** `filter` of arrays, which calls a test at more than twice the cost. */
export function passing(images: readonly Image[], test: ImageTest): readonly Image[] {
  const found: Image[] = [];
  for (const image of images) if (test(image)) found.push(image);
  return found;
}
