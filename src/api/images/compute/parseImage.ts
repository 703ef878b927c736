import { isJsonObject, type JsonObject, type JsonValue } from '../../../base/json';
import { digestKey, textKey } from '../../../base/key';
import { utcTime } from '../../../base/utcTime';
import { isVisible } from '../../../base/visible';
import type { Image } from '../image';
import { NO_STATUS } from '../status';

/** The last day with a year of four digits, and before the clocks of any zone are past it. */
const LATEST_TIME = Date.UTC(9999, 11, 31);
const NOTHING: JsonObject = Object.freeze({});

/** Reads one entry of `images/detail`, whatever it is: an odd one becomes an image with little in it. */
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
