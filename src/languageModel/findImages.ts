import type { Image } from '../api/images/image';
import { appOf, distributionOf } from '../catalog/facetValues';
import { hasTerms } from '../catalog/find/hasTerms';
import type { ImageFinder } from '../catalog/find/imageFinder';
import { IMAGE_KINDS, kindOf } from '../catalog/kind';
import { MOST_ROWS, nothingFound } from './answer';
import { imageAnswer } from './imageAnswer';
import { knownReleases } from './knownReleases';
import type { LoadedList } from './loadedList';
import { LONGEST_INPUT, type InputOf } from './toolInput';

/** What `find_conoha_image` takes. */
export const FIND_INPUT = {
  properties: {
    words: { type: 'string', maxLength: LONGEST_INPUT },
    kind: { type: 'string', enum: IMAGE_KINDS },
    app: { type: 'string', maxLength: LONGEST_INPUT },
    distribution: { type: 'string', maxLength: LONGEST_INPUT },
    newestOfLine: { type: 'boolean' },
  },
  required: [],
} as const;

/**
 * The images that meet all that is asked, the best first, as far as they can be told at once.
 * @param now milliseconds since 1970-01-01 UTC
 */
export function findImages(
  list: LoadedList,
  { words = '', ...asked }: InputOf<typeof FIND_INPUT>,
  finder: Pick<ImageFinder, 'find'>,
  now: number,
): object {
  const { images, more } = finder.find(matching(list, asked), words, MOST_ROWS);
  return {
    matched: images.length + more,
    images: images.map((image) => imageAnswer(image, list.lines, now)),
    ...(more === 0 ? {} : { leftOut: more, hint: 'Narrow the search to see those that were left out.' }),
    ...(images.length === 0 ? { hint: nothingFound(list), ...knownReleases(list.images, asked) } : {}),
  };
}

function matching(
  { images, lines }: LoadedList,
  { kind, app, distribution, newestOfLine }: Omit<InputOf<typeof FIND_INPUT>, 'words'>,
): readonly Image[] {
  const tests = [
    kind && ((image: Image) => kindOf(image) === kind),
    app && ((image: Image) => hasTerms(appOf(image)?.label ?? '', app)),
    distribution && ((image: Image) => hasTerms(distributionOf(image)?.label ?? '', distribution)),
    newestOfLine && lines.isNewest,
  ].filter((test) => typeof test === 'function');
  return tests.length === 0 ? images : images.filter((image) => tests.every((test) => test(image)));
}
