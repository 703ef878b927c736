import type { Image } from '../api/images/image';
import { diskOf } from '../catalog/disk';
import { hasTerms } from '../catalog/find/hasTerms';
import type { ImageFinder } from '../catalog/find/imageFinder';
import { termsOf } from '../catalog/find/terms';
import { titleOf } from '../catalog/labels/title';
import { MOST_ROWS, nothingFound } from './answer';
import { imageAnswer } from './imageAnswer';
import type { LoadedList } from './loadedList';
import { LONGEST_INPUT, type InputOf } from './toolInput';

/** What `newest_conoha_image` takes. */
export const NEWEST_INPUT = {
  properties: {
    line: { type: 'string', maxLength: LONGEST_INPUT },
    diskGiB: { type: 'integer', minimum: 1, maximum: 1_000_000 },
  },
  required: ['line'],
} as const;

const SEVERAL =
  'Several lines are like that: they differ in disk size, edition or what else is on them. Choose by what the user wants, or ask.';

/**
 * The newest image of each line that is meant: nothing is guessed where several are.
 * @param now milliseconds since 1970-01-01 UTC
 */
export function newestImages(
  list: LoadedList,
  { line, diskGiB }: InputOf<typeof NEWEST_INPUT>,
  finder: Pick<ImageFinder, 'find'>,
  now: number,
): object {
  const { lines } = list;
  const named = imagesNamed(list.images, line, finder);
  const meant = diskGiB === undefined ? named : named.filter((image) => diskOf(image) === diskGiB);
  // A line is known by the first of its images, whatever its status.
  const firsts = new Set(meant.map((image) => lines.lineWith(image)[0] ?? image));
  const newest = [...firsts].flatMap((image) => lines.newestOf(image) ?? []).sort(byLabelLength);
  const shown = newest.slice(0, MOST_ROWS);
  return {
    lines: newest.length,
    images: shown.map((image) => imageAnswer(image, lines, now)),
    ...(newest.length > shown.length ? { leftOut: newest.length - shown.length } : {}),
    ...(firsts.size > newest.length ? { linesWithoutActiveImage: firsts.size - newest.length } : {}),
    ...(newest.length > 1 ? { hint: SEVERAL } : {}),
    ...(newest.length === 0 ? { hint: nothingFound(list), disksGiB: disksAmong(named) } : {}),
  };
}

/** Those whose label, with their disk, has the words; where none has, those that Find Image finds by them. */
function imagesNamed(
  images: readonly Image[],
  line: string,
  finder: Pick<ImageFinder, 'find'>,
): readonly Image[] {
  const labelled = images.filter((image) => hasTerms(labelOf(image), line));
  return labelled.length > 0 ? labelled : finder.find(images, line, images.length).images;
}

function labelOf(image: Image): string {
  const disk = diskOf(image);
  const { text } = titleOf(image);
  return disk === undefined ? text : `${text} ${disk} gb`;
}

/** The fewer words a label has beside those that were asked for, the nearer it is. */
function byLabelLength(a: Image, b: Image): number {
  return termsOf(titleOf(a).text).length - termsOf(titleOf(b).text).length;
}

/** In which sizes there are images of that name, smallest first. */
function disksAmong(images: readonly Image[]): readonly number[] {
  const disks = images.map(diskOf).filter((disk) => disk !== undefined);
  return [...new Set(disks)].sort((a, b) => a - b);
}
