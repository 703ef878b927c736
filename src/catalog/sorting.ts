import type { Image } from '../api/images/image';
import { isVisible } from '../base/visible';
import { collatorOf } from '../base/collator';

/** In the order in which they are offered. They are the values of the setting, and part of what is stored. */
export const SORT_KEYS = ['server', 'name', 'size', 'created', 'updated'] as const;

/** By what images are sorted; `server` is the order in which they came. */
export type SortKey = (typeof SORT_KEYS)[number];

/** By what images are sorted within their groups, and in which direction. */
export interface Sorting {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** Every order that there is, as they are offered; the order of the server has one direction. */
export const SORTINGS: readonly Sorting[] = SORT_KEYS.flatMap((key) =>
  (key === 'server' ? [false] : [false, true]).map((descending) => ({ key, descending })),
);

/** What an order is called in names of commands and in context keys: `name`, or `nameDown` where it descends. */
export type SortingName = SortKey | `${Exclude<SortKey, 'server'>}Down`;

/** The name of an order. */
export function sortingName({ key, descending }: Sorting): SortingName {
  return descending && key !== 'server' ? `${key}Down` : key;
}

/**
 * The images in another order. Server order is the array itself, also when `descending`: it has one direction. Ties
 * keep the server's order, and images without the value come last, in both directions.
 * @param locale a BCP 47 tag, for the order of names
 */
export function sortImages(images: readonly Image[], sorting: Sorting, locale: string): readonly Image[] {
  const { key, descending } = sorting;
  switch (key) {
    case 'server':
      return images;
    case 'name':
      return sortByName(images, descending, locale);
    case 'size':
    case 'created':
    case 'updated':
      return sortByNumber(images, key, descending);
  }
}

function sortByName(images: readonly Image[], descending: boolean, locale: string): readonly Image[] {
  const { compare } = collatorOf(locale);
  const [named, unnamed] = parted(images, ({ name }) => isVisible(name));
  const order = descending
    ? (a: Image, b: Image) => compare(b.name, a.name)
    : (a: Image, b: Image) => compare(a.name, b.name);
  return named.sort(order).concat(unnamed);
}

function sortByNumber(
  images: readonly Image[],
  key: 'size' | 'created' | 'updated',
  descending: boolean,
): readonly Image[] {
  const [having, lacking] = parted(images, (image) => image[key] !== undefined);
  const sign = descending ? -1 : 1;
  return having.sort((a, b) => sign * ((a[key] ?? 0) - (b[key] ?? 0))).concat(lacking);
}

function parted(images: readonly Image[], has: (image: Image) => boolean): [Image[], Image[]] {
  const having: Image[] = [];
  const lacking: Image[] = [];
  for (const image of images) (has(image) ? having : lacking).push(image);
  return [having, lacking];
}
