import { keepTexts } from '../../../base/exactJson';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../base/json';
import type { HttpAnswer } from '../../http/http';
import type { Image } from '../image';
import { isList, misread, objectOf, type ListAnswer } from '../readAnswer';
import { parseGlanceImage } from './parseGlanceImage';

/**
 * Reads an answer of `images`: `{"images": […], "first", "next", "schema"}`. Compute answers the same path with images
 * alone, which have neither dates nor status.
 *
 * @param project the account's own, where it is known
 * @throws {ApiError} `notJson` or `notImages` when the answer is no such list
 */
export function parseGlanceList(answer: HttpAnswer, host: string, project: string | undefined): ListAnswer {
  const json = objectOf(answer, host);
  const { images, next } = json;
  if (!isList(images) || !isOfGlance(json, images)) throw misread('notImages', answer, host);
  const entries = keepTexts({ text: answer.body, whole: json, name: 'images', entries: images });
  return {
    images: entries.map((raw) => parseGlanceImage(raw, project)),
    hasNext: typeof next === 'string' && next !== '',
    serverTime: answer.serverTime,
  };
}

/** Reads an answer of `images/{id}`: the image itself. @throws {ApiError} as for a list */
export function parseGlanceEntry(answer: HttpAnswer, host: string, project: string | undefined): Image {
  const json = objectOf(answer, host);
  if (json.id === undefined || json.images !== undefined) throw misread('notImages', answer, host);
  keepTexts({ text: answer.body, whole: json, entries: [json] });
  return parseGlanceImage(json, project);
}

function isOfGlance({ schema, first }: JsonObject, images: readonly JsonValue[]): boolean {
  return (
    typeof schema === 'string' ||
    typeof first === 'string' ||
    images.some((image) => isJsonObject(image) && typeof image.created_at === 'string')
  );
}
