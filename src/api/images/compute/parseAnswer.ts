import { keepTexts } from '../../../base/exactJson';
import { isJsonObject, type JsonValue } from '../../../base/json';
import type { HttpAnswer } from '../../http/http';
import type { Image } from '../image';
import { isList, misread, objectOf, type ListAnswer } from '../readAnswer';
import { parseImage } from './parseImage';

/**
 * Reads an answer of `images/detail`: `{"images": […], "images_links": […]}`; one vendor calls the list `image`.
 * Entries are read tolerantly, each for itself.
 *
 * @throws {ApiError} `notJson` or `notImages` when the answer is no such list
 */
export function parseListAnswer(answer: HttpAnswer, host: string): ListAnswer {
  const json = objectOf(answer, host);
  const list = json.images ?? json.image;
  if (!isList(list)) throw misread('notImages', answer, host);
  const name = list === json.images ? 'images' : 'image';
  const entries = keepTexts({ text: answer.body, whole: json, name, entries: list });
  return {
    images: entries.map(parseImage),
    hasNext: hasNextLink(json.images_links),
    serverTime: answer.serverTime,
  };
}

/** Reads an answer of `images/{id}`: `{"image": {…}}`. @throws {ApiError} as for a list */
export function parseImageAnswer(answer: HttpAnswer, host: string): Image {
  const json = objectOf(answer, host);
  const { image } = json;
  if (!isJsonObject(image)) throw misread('notImages', answer, host);
  keepTexts({ text: answer.body, whole: json, name: 'image', entries: [image] });
  return parseImage(image);
}

function hasNextLink(links: JsonValue | undefined): boolean {
  return isList(links) && links.some((link) => isJsonObject(link) && link.rel === 'next');
}
