import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json';
import { ApiError } from '../apiError';
import type { HttpAnswer } from '../http/http';
import type { Image } from './image';

/** One answer with a list of images. */
export interface ListAnswer {
  readonly images: readonly Image[];
  /** The server announced a next page. Its address is never followed. */
  readonly hasNext: boolean;
  /** The server's clock when it answered, milliseconds since 1970-01-01 UTC, where it told. */
  readonly serverTime: number | undefined;
}

/** The JSON object of an answer. @throws {ApiError} `notJson` or `notImages` where it is none */
export function objectOf(answer: HttpAnswer, host: string): JsonObject {
  let json: JsonValue;
  try {
    json = JSON.parse(answer.body) as JsonValue;
  } catch {
    throw misread('notJson', answer, host);
  }
  if (!isJsonObject(json)) throw misread('notImages', answer, host);
  return json;
}

/** An answer of another kind than expected. */
export function misread(
  kind: 'notJson' | 'notImages',
  { status, requestId }: HttpAnswer,
  host: string,
): ApiError {
  return new ApiError(kind, { host, status, requestId });
}

/** A JSON list. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
