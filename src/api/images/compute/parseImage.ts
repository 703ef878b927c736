import { isJsonObject, type JsonObject, type JsonValue } from '../../../base/json';
import { digestKey, textKey } from '../../../base/key';
import { memoize } from '../../../base/memoize';
import { isVisible } from '../../../base/visible';
import { amountOf, stringOf, timeOf } from '../fields';
import type { Image, Keeper } from '../image';
import { NO_STATUS } from '../status';

const NOTHING: JsonObject = Object.freeze({});

/** Reads one entry of `images/detail`, whatever it is: an odd one becomes an image with little in it. */
export function parseImage(raw: JsonValue): Image {
  const entry = isJsonObject(raw) ? raw : NOTHING;
  const id = stringOf(entry.id);
  const image: Image & Keeper = {
    key: id === '' ? digestKey(raw) : textKey(id),
    id,
    name: stringOf(entry.name),
    status: statusOf(stringOf(entry.status)),
    progress: amountOf(entry.progress, 100),
    created: timeOf(entry.created),
    updated: timeOf(entry.updated),
    size: amountOf(entry['OS-EXT-IMG-SIZE:size']),
    minDisk: amountOf(entry.minDisk),
    minRam: amountOf(entry.minRam),
    metadata: isJsonObject(entry.metadata) ? entry.metadata : NOTHING,
    raw,
    facts: undefined,
    line: undefined,
  };
  return image;
}

/** A word of blanks says no more than none. */
const statusOf = memoize((word) => (isVisible(word) ? word.toUpperCase() : NO_STATUS));
