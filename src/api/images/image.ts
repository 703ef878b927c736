import { jsonText, type JsonObject, type JsonValue } from '../../base/json';
import type { ImageDetails } from './imageDetails';

/**
 * One machine image, whatever service lists it, read tolerantly: a field that is absent or of an unexpected type is
 * `undefined` (or empty), and `raw` keeps what the server sent, untouched.
 */
export interface Image {
  /** What makes the image itself: the key of its id, or a digest of its content when the server sent none. */
  readonly key: string;
  /** The id as text; empty when the server sent none. */
  readonly id: string;
  /** Empty when the server sent `null`, nothing or an empty name. */
  readonly name: string;
  /** The status word in capitals: one of `STATUSES`, or a word of the server's own. */
  readonly status: string;
  /** Percent, 0 to 100. */
  readonly progress: number | undefined;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly created: number | undefined;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly updated: number | undefined;
  /** Bytes. */
  readonly size: number | undefined;
  /** GiB. */
  readonly minDisk: number | undefined;
  /** MiB. */
  readonly minRam: number | undefined;
  /** The image's own properties, as texts; real servers also send numbers, booleans, lists and objects. */
  readonly metadata: JsonObject;
  /** One of them, where all of them would have to be gathered first. */
  readonly property?: (key: string) => JsonValue | undefined;
  /** `undefined` where the service tells nothing of the kind. */
  readonly details?: ImageDetails;
  /** The entry exactly as the server sent it. */
  readonly raw: JsonValue;
}

/**
 * What is worked out of an image once and kept in it, `undefined` until then. Only who does so knows what it is. There is
 * room for it from the start: what is added to an object later takes a list of its own, and with it more memory and time.
 */
export interface Keeper {
  facts: unknown;
  line: unknown;
}

/** A metadata value; `undefined` when absent. */
export function metadataValue(image: Image, key: string): JsonValue | undefined {
  return image.property === undefined ? image.metadata[key] : image.property(key);
}

/** A metadata value as text; empty when absent or `null`. */
export function metadataText(image: Image, key: string): string {
  return jsonText(metadataValue(image, key));
}
