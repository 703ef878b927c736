import type { Image } from '../../api/images/image';
import { Line } from './line';
import { lineOf } from './lineOf';

/** The lines of a list of images. Another image may be asked about as well. */
export interface Lines {
  /** The list is all that there is: what is the newest of it is the newest. Else it is the newest loaded. */
  readonly isComplete: boolean;
  /** Whether it is the one newest image of its line, also of one that has no other. */
  readonly isNewest: (image: Image) => boolean;
  /** The newest image of an image's line, perhaps the image itself; `undefined` where none is ACTIVE. */
  readonly newestOf: (image: Image) => Image | undefined;
  /** The ACTIVE images of its line that are newer than it, and whose support ends no earlier, the newest first. */
  readonly newerThan: (image: Image) => readonly Image[];
  /** All images of its line in the list, the newest first, whatever their status and support. */
  readonly lineWith: (image: Image) => readonly Image[];
}

/**
 * The lines of a list. What a line is asked for is worked out then, and once for a list.
 * @param isComplete whether these are all images that there are
 */
export function linesOf(images: readonly Image[], isComplete: boolean): Lines {
  const list = knownOf(images);
  const of = (image: Image): Line => list.lines.get(lineOf(image)) ?? NO_LINE;
  return {
    isComplete,
    isNewest: (image) => (list.newest ??= newestIn(list.lines)).has(image),
    newestOf: (image) => of(image).newest,
    newerThan: (image) => of(image).newerThan(image),
    lineWith: (image) => of(image).images,
  };
}

/** What is known of a list, whether it is complete or not. */
interface Known {
  readonly lines: ReadonlyMap<string, Line>;
  /** Every row asks for it, and to look for an image takes far less than to look for its line. */
  newest: ReadonlySet<Image> | undefined;
}

const known = new WeakMap<readonly Image[], Known>();

function knownOf(images: readonly Image[]): Known {
  let list = known.get(images);
  if (list === undefined) known.set(images, (list = { lines: linesByKey(images), newest: undefined }));
  return list;
}

const NO_LINE = new Line([]);

function linesByKey(images: readonly Image[]): ReadonlyMap<string, Line> {
  const byKey = new Map<string, Image[]>();
  for (const image of images) {
    const key = lineOf(image);
    const line = byKey.get(key);
    if (line === undefined) byKey.set(key, [image]);
    else line.push(image);
  }
  return new Map(Array.from(byKey, ([key, line]) => [key, new Line(line)]));
}

function newestIn(lines: ReadonlyMap<string, Line>): ReadonlySet<Image> {
  const images = new Set<Image>();
  for (const { newest } of lines.values()) if (newest !== undefined) images.add(newest);
  return images;
}
