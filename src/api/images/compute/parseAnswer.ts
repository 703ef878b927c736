import { ApiError } from '../../apiError';
import type { HttpAnswer } from '../../http/http';
import type { Image } from '../image';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../base/json';
import { parseImage } from './parseImage';

/** One answer to `images/detail`. */
export interface ListAnswer {
  readonly images: readonly Image[];
  /** The server announced a next page. Its address is never followed. */
  readonly hasNext: boolean;
  /** The server's clock when it answered, milliseconds since 1970-01-01 UTC, where it told. */
  readonly serverTime: number | undefined;
}

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
  return {
    images: list.map(parseImage),
    hasNext: hasNextLink(json.images_links),
    serverTime: answer.serverTime,
  };
}

/** Reads an answer of `images/{id}`: `{"image": {…}}`. @throws {ApiError} as for a list */
export function parseImageAnswer(answer: HttpAnswer, host: string): Image {
  const { image } = objectOf(answer, host);
  if (!isJsonObject(image)) throw misread('notImages', answer, host);
  return parseImage(image);
}

function objectOf(answer: HttpAnswer, host: string): JsonObject {
  let json: JsonValue;
  try {
    json = JSON.parse(answer.body) as JsonValue;
  } catch {
    throw misread('notJson', answer, host);
  }
  if (!isJsonObject(json)) throw misread('notImages', answer, host);
  return json;
}

function misread(kind: 'notJson' | 'notImages', { status, requestId }: HttpAnswer, host: string): ApiError {
  return new ApiError(kind, { host, status, requestId });
}

function hasNextLink(links: JsonValue | undefined): boolean {
  return isList(links) && links.some((link) => isJsonObject(link) && link.rel === 'next');
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
