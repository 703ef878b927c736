import type { Image } from '../../api/images/image';
import { diskOf } from '../disk';
import { appOf, distributionOf, osOf } from '../facetValues';
import { titleOf } from '../labels/title';
import { termsOf, withoutDots } from './terms';

/** An image as it is looked through. */
export interface FindEntry {
  readonly image: Image;
  /** The terms of its label with its disk, then those of all else, each after a blank. */
  readonly text: string;
  /** Where in it the label ends. */
  readonly labelEnd: number;
  /** How many terms the label itself has. */
  readonly labelTerms: number;
}

/** @param words by which an image is found as well: its kind and whose it is, in the languages of those who look */
export function findEntry(image: Image, words: (image: Image) => string): FindEntry {
  const title = termsOf(titleOf(image).text);
  const disk = diskOf(image);
  const label = spaced([...title, ...(disk === undefined ? [] : [String(disk), 'gb'])]);
  const releases = [appOf(image), distributionOf(image), osOf(image)].flatMap(
    (release) => release?.label ?? [],
  );
  const rest = spaced(termsOf([image.name, ...releases, words(image)].join(' ')));
  return { image, text: `${label}\n${rest}`, labelEnd: label.length, labelTerms: title.length };
}

/** Each after a blank; a number once more as it is typed without its dots. */
function spaced(terms: readonly string[]): string {
  return terms
    .map((term) => ` ${[term, withoutDots(term)].filter((one) => one !== undefined).join(' ')}`)
    .join('');
}
