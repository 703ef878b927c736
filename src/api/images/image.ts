import { isJsonObject, jsonText, type JsonObject, type JsonValue } from '../../base/json';
import { digestKey, textKey } from '../../base/key';
import { utcTime } from '../../base/utcTime';
import { isVisible } from '../../base/visible';
import { NO_STATUS } from './status';

/**
 * One machine image of `images/detail`, read tolerantly: a field that is absent or of an unexpected type is
 * `undefined` (or empty), and `raw` keeps what the server sent, untouched.
 */
export interface Image {
  /** What makes the image itself: the key of its id, or a digest of its content when the server sent none. */
  readonly key: string;
  /** The id as text; empty when the server sent none. */
  readonly id: string;
  /** Empty when the server sent `null`, nothing or an empty name. */
  readonly name: string;
  /** The status word in capitals, as Nova sends it: one of `STATUSES`, or a word of the server's own. */
  readonly status: string;
  /** Percent, 0 to 100. */
  readonly progress: number | undefined;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly created: number | undefined;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly updated: number | undefined;
  /** Bytes, from `OS-EXT-IMG-SIZE:size`. */
  readonly size: number | undefined;
  /** GiB. */
  readonly minDisk: number | undefined;
  /** MiB. */
  readonly minRam: number | undefined;
  /** Documented as a map of strings; real servers also send numbers, booleans, lists and objects. */
  readonly metadata: JsonObject;
  /** The entry exactly as the server sent it. */
  readonly raw: JsonValue;
}

/** The last day with a year of four digits, and before the clocks of any zone are past it. */
const LATEST_TIME = Date.UTC(9999, 11, 31);
const NOTHING: JsonObject = Object.freeze({});

/** Reads one entry of an images list, whatever it is: an odd one becomes an image with little in it. */
export function parseImage(raw: JsonValue): Image {
  const entry = isJsonObject(raw) ? raw : NOTHING;
  const id = textOf(entry.id);
  return {
    key: id === '' ? digestKey(raw) : textKey(id),
    id,
    name: textOf(entry.name),
    status: statusOf(entry.status),
    progress: amountOf(entry.progress, 100),
    created: timeOf(entry.created),
    updated: timeOf(entry.updated),
    size: amountOf(entry['OS-EXT-IMG-SIZE:size']),
    minDisk: amountOf(entry.minDisk),
    minRam: amountOf(entry.minRam),
    metadata: isJsonObject(entry.metadata) ? entry.metadata : NOTHING,
    raw,
  };
}

/** A metadata value as text; empty when absent or `null`. */
export function metadataText(image: Image, key: string): string {
  return jsonText(image.metadata[key]);
}

/** A word of blanks says no more than none. */
function statusOf(value: JsonValue | undefined): string {
  const word = textOf(value);
  return isVisible(word) ? word.toUpperCase() : NO_STATUS;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** What no image can have is no amount: below nothing, or more than can be told apart. */
function amountOf(value: JsonValue | undefined, most = Number.MAX_SAFE_INTEGER): number | undefined {
  const isWritten = typeof value === 'string' && value.trim() !== '';
  const amount = typeof value === 'number' || isWritten ? Number(value) : NaN;
  return amount >= 0 && amount <= most ? amount : undefined;
}

/** Servers write `YYYY-MM-DDTHH:MM:SSZ`. */
function timeOf(value: JsonValue | undefined): number | undefined {
  const time = typeof value === 'string' ? utcTime(value) : undefined;
  return time !== undefined && time >= 0 && time <= LATEST_TIME ? time : undefined;
}
