import { isJsonObject, type JsonObject, type JsonValue } from '../../../base/json';
import { digestKey, textKey } from '../../../base/key';
import { isVisible } from '../../../base/visible';
import type { ImageDetails } from '../imageDetails';
import { amountOf, stringOf, timeOf } from '../fields';
import type { Image } from '../image';
import { NO_STATUS, type Status } from '../status';

const NOTHING: JsonObject = Object.freeze({});
const NO_TAGS: readonly string[] = Object.freeze([]);

/**
 * Reads one entry of `images`, whatever it is: an odd one becomes an image with little in it. What stands at its top level
 * beside Glance's own keys are the image's properties.
 * @param project the account's own, where it is known
 */
export function parseGlanceImage(raw: JsonValue, project: string | undefined): Image {
  const entry = isJsonObject(raw) ? raw : NOTHING;
  const id = stringOf(entry.id);
  const statusWord = stringOf(entry.status);
  return {
    key: id === '' ? digestKey(raw) : textKey(id),
    id,
    name: stringOf(entry.name),
    status: statusOf(statusWord),
    progress: undefined,
    created: timeOf(entry.created_at),
    updated: timeOf(entry.updated_at),
    size: amountOf(entry.size),
    minDisk: amountOf(entry.min_disk),
    minRam: amountOf(entry.min_ram),
    metadata: propertiesOf(entry),
    details: detailsOf(entry, statusWord, project),
    raw,
  };
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
function statusOf(word: string): string {
  if (!isVisible(word)) return NO_STATUS;
  const known = word.trim().toLowerCase();
  return (Object.hasOwn(KNOWN_STATUSES, known) ? KNOWN_STATUSES[known] : undefined) ?? word.toUpperCase();
}

function detailsOf(entry: JsonObject, statusWord: string, project: string | undefined): ImageDetails {
  const owner = stringOf(entry.owner);
  return {
    owner,
    isOwn: owner === '' || project === undefined ? undefined : owner === project,
    visibility: stringOf(entry.visibility).toLowerCase(),
    tags: tagsOf(entry.tags),
    statusWord,
    isProtected: entry.protected === true,
    isHidden: entry.os_hidden === true,
    diskFormat: stringOf(entry.disk_format),
    containerFormat: stringOf(entry.container_format),
    virtualSize: amountOf(entry.virtual_size),
    checksum: stringOf(entry.checksum),
    hash: stringOf(entry.os_hash_value),
    hashAlgorithm: stringOf(entry.os_hash_algo),
  };
}

function tagsOf(tags: JsonValue | undefined): readonly string[] {
  if (!Array.isArray(tags) || tags.length === 0) return NO_TAGS;
  return (tags as readonly JsonValue[]).filter((tag) => typeof tag === 'string');
}

/** Glance's own keys. `direct_url` and `locations` lead into the store, with some stores by its credentials. */
const OWN_KEYS: ReadonlySet<string> = new Set(
  (
    'id name status visibility owner size virtual_size min_disk min_ram disk_format container_format checksum ' +
    'os_hash_algo os_hash_value os_hidden protected tags created_at updated_at self file schema direct_url locations ' +
    'stores'
  ).split(' '),
);

/** An object under `properties` is what older servers and proxies have them in; a text there is a property itself. */
function propertiesOf(entry: JsonObject): JsonObject {
  const own = Object.entries(entry).filter(([key]) => !OWN_KEYS.has(key));
  if (own.length === 0) return NOTHING;
  return Object.fromEntries(
    own.flatMap(([key, value]) =>
      key === 'properties' && isJsonObject(value) ? Object.entries(value) : [[key, value]],
    ),
  );
}
