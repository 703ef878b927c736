import type { Image } from '../api/images/image';
import { imageAnswer, wholeImageAnswer } from './imageAnswer';
import type { LoadedList } from './loadedList';
import { LONGEST_INPUT, type InputOf } from './toolInput';

/** What `get_conoha_image` takes. */
export const GET_INPUT = {
  properties: { id: { type: 'string', maxLength: LONGEST_INPUT } },
  required: ['id'],
} as const;

/** The image of an id in a list, in whatever letter case it was written; `undefined` where it has none. */
export function imageOfId(
  { images }: Pick<LoadedList, 'images'>,
  { id }: InputOf<typeof GET_INPUT>,
): Image | undefined {
  const wanted = id.trim();
  return (
    images.find((image) => image.id === wanted) ??
    images.find((image) => image.id.toLowerCase() === wanted.toLowerCase())
  );
}

/**
 * All that is told of an image, with the newest of its line where that is another one.
 * @param now milliseconds since 1970-01-01 UTC
 */
export function oneImage(list: LoadedList, image: Image, now: number): object {
  const { lines } = list;
  const newest = lines.newestOf(image);
  return {
    image: wholeImageAnswer(image, lines, now),
    ...(newest === undefined || newest === image ? {} : { newestOfItsLine: imageAnswer(newest, lines, now) }),
  };
}
