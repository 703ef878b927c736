import { isJsonObject, type JsonObject, type JsonValue } from '../../../base/json';
import { digestKey, textKey } from '../../../base/key';
import { memoize } from '../../../base/memoize';
import { isVisible } from '../../../base/visible';
import type { ImageDetails } from '../imageDetails';
import { amountOf, stringOf, timeOf } from '../fields';
import type { Image, Keeper } from '../image';
import { NO_STATUS, type Status } from '../status';
import { GlanceDetails } from './glanceDetails';

const NOTHING: JsonObject = Object.freeze({});

/**
 * Reads one entry of `images`, whatever it is: an odd one becomes an image with little in it. What stands at its top level
 * beside Glance's own keys are the image's properties.
 * @param project the account's own, where it is known
 */
export function parseGlanceImage(raw: JsonValue, project: string | undefined): Image {
  return new GlanceImage(raw, project);
}

/** Of a long list most images are never looked at closely: properties and details are gathered each time somebody asks. */
class GlanceImage implements Image, Keeper {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly progress = undefined;
  readonly created: number | undefined;
  readonly updated: number | undefined;
  readonly size: number | undefined;
  readonly minDisk: number | undefined;
  readonly minRam: number | undefined;
  readonly raw: JsonValue;
  facts: unknown = undefined;
  line: unknown = undefined;
  readonly #project: string | undefined;

  constructor(raw: JsonValue, project: string | undefined) {
    const entry = entryOf(raw);
    const id = stringOf(entry.id);
    this.key = id === '' ? digestKey(raw) : textKey(id);
    this.id = id;
    this.name = stringOf(entry.name);
    this.status = statusOf(stringOf(entry.status));
    this.created = timeOf(entry.created_at);
    this.updated = timeOf(entry.updated_at);
    this.size = amountOf(entry.size);
    this.minDisk = amountOf(entry.min_disk);
    this.minRam = amountOf(entry.min_ram);
    this.raw = raw;
    this.#project = project;
  }

  get metadata(): JsonObject {
    return propertiesOf(entryOf(this.raw));
  }

  property(key: string): JsonValue | undefined {
    return propertyOf(entryOf(this.raw), key);
  }

  get details(): ImageDetails {
    return new GlanceDetails(entryOf(this.raw), this.#project);
  }
}

function entryOf(raw: JsonValue): JsonObject {
  return isJsonObject(raw) ? raw : NOTHING;
}

const KNOWN_STATUSES: Readonly<Record<string, Status>> = {
  active: 'ACTIVE',
  queued: 'SAVING',
  saving: 'SAVING',
  uploading: 'SAVING',
  importing: 'SAVING',
  deactivated: 'DEACTIVATED',
  killed: 'ERROR',
  deleted: 'DELETED',
  pending_delete: 'DELETED',
};

/** A word that is not known stays what it is, in capitals; one of blanks says no more than none. */
const statusOf = memoize((word): string => {
  if (!isVisible(word)) return NO_STATUS;
  const known = word.trim().toLowerCase();
  return (Object.hasOwn(KNOWN_STATUSES, known) ? KNOWN_STATUSES[known] : undefined) ?? word.toUpperCase();
});

/** Glance's own keys. `direct_url` and `locations` lead into the store, with some stores by its credentials. */
const OWN_KEYS: ReadonlySet<string> = new Set(
  (
    'id name status visibility owner size virtual_size min_disk min_ram disk_format container_format checksum ' +
    'os_hash_algo os_hash_value os_hidden protected tags created_at updated_at self file schema direct_url locations ' +
    'stores'
  ).split(' '),
);

/**
 * An object under `properties` is what older servers and proxies have them in, and counts where a property stands in both
 * places; a text there is a property itself. Written as a loop: thousands of images are read at once, and lists made for
 * each of them take as long as all else.
 */
function propertiesOf(entry: JsonObject): JsonObject {
  let properties: Record<string, JsonValue> | undefined;
  for (const key of Object.keys(entry)) {
    const value = propertyOf(entry, key);
    if (value !== undefined) put((properties ??= {}), key, value);
  }
  const { properties: inner } = entry;
  if (isJsonObject(inner))
    for (const key of Object.keys(inner)) put((properties ??= {}), key, inner[key] ?? null);
  return properties ?? NOTHING;
}

/** The same, of one property. */
function propertyOf(entry: JsonObject, key: string): JsonValue | undefined {
  const { properties } = entry;
  if (isJsonObject(properties)) {
    if (Object.hasOwn(properties, key)) return properties[key];
    if (key === 'properties') return undefined;
  }
  const value = entry[key];
  return value !== undefined && (OWN_KEYS.has(key) || !Object.hasOwn(entry, key)) ? undefined : value;
}

/** A property of any name: by assignment `__proto__` would be none. */
function put(properties: Record<string, JsonValue>, key: string, value: JsonValue): void {
  if (key === '__proto__')
    Object.defineProperty(properties, key, { value, enumerable: true, configurable: true });
  else properties[key] = value;
}
