import type { Image } from '../../src/api/images/image';
import { findEntry } from '../../src/catalog/find/entry';
import { ImageFinder } from '../../src/catalog/find/imageFinder';
import { medians } from './measure';

/** What is in the box after key presses, from the first one to words that nothing has. */
const TYPED = ['u', 'ubuntu', 'ubuntu 22 30', 'centos7', 'wordpress kusanagi', 'nothing has this'];

/** So many rows are shown. */
const MOST = 500;

/** How long a key press waits for its answer, and one pass of `includes` over the same texts, in milliseconds. */
export async function finding(
  images: readonly Image[],
): Promise<{ readonly here: number; readonly bare: number }> {
  const finder = new ImageFinder(() => 'Operating Systems');
  const texts = images.map((image) => findEntry(image, () => 'Operating Systems').text);
  finder.find(images, 'u', MOST);
  return medians(
    {
      here: () => TYPED.map((typed) => finder.find(images, typed, MOST).more),
      bare: () => TYPED.map((typed) => texts.filter((text) => text.includes(typed)).length),
    },
    25,
  );
}
