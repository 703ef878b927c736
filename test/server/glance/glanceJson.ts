import { createHash } from 'node:crypto';
import type { ImageRecord } from '../images';
import { without } from '../oddities';
import { ownerOf, visibilityOf, type Visibility } from './visibility';

/** An image as Glance sends it; its own properties stand beside these keys. */
export interface GlanceJson {
  readonly [property: string]: unknown;
  readonly id: string;
  readonly name: string | null;
  readonly status: string;
  readonly visibility: Visibility;
  readonly owner: string;
  readonly size: number | null;
  readonly virtual_size: number | null;
  readonly min_disk: number;
  readonly min_ram: number;
  readonly disk_format: string | null;
  readonly container_format: string | null;
  readonly checksum: string | null;
  readonly os_hash_algo: string | null;
  readonly os_hash_value: string | null;
  readonly os_hidden: boolean;
  readonly protected: boolean;
  readonly tags: readonly string[];
  readonly created_at: string;
  readonly updated_at: string;
  readonly self: string;
  readonly file: string;
  readonly schema: string;
}

interface Halves {
  readonly tenantId: string;
  readonly beforeTags: string;
  readonly afterTags: string;
}

const rendered = new WeakMap<ImageRecord, Halves>();

/**
 * The JSON text of an image. All but the tags is kept with the record: their order differs from server process to server
 * process, so that behind a load balancer it differs from answer to answer.
 * @param turn of which answer this is a part
 */
export function glanceText(image: ImageRecord, tenantId: string, turn: number): string {
  if (image.entry) return JSON.stringify(image.entry(glanceJson(image, tenantId, turn)));
  let halves = rendered.get(image);
  if (halves?.tenantId !== tenantId) {
    const whole = glanceJson(image, tenantId, turn);
    const { self, file, schema } = whole;
    const beforeTags = JSON.stringify(without(whole, 'tags', 'self', 'file', 'schema')).slice(0, -1);
    halves = { tenantId, beforeTags, afterTags: JSON.stringify({ self, file, schema }).slice(1) };
    rendered.set(image, halves);
  }
  return `${halves.beforeTags},"tags":${JSON.stringify(turned(image.tags, turn))},${halves.afterTags}`;
}

export function glanceJson(image: ImageRecord, tenantId: string, turn: number): GlanceJson {
  const isUnfinished = UNFINISHED.includes(image.status);
  const hash = (algorithm: string) =>
    isUnfinished ? null : createHash(algorithm).update(image.id).digest('hex');
  return {
    ...image.metadata,
    ...(image.server !== undefined && { instance_uuid: image.server }),
    name: image.name,
    disk_format: image.diskFormat === undefined ? 'qcow2' : image.diskFormat,
    container_format: image.containerFormat === undefined ? 'bare' : image.containerFormat,
    visibility: visibilityOf(image),
    size: sizeOf(image),
    virtual_size: image.virtualSize ?? null,
    status: image.status,
    checksum: hash('md5'),
    protected: image.protected ?? false,
    min_ram: image.minRam,
    min_disk: image.minDisk,
    owner: ownerOf(image, tenantId),
    os_hidden: image.hidden ?? false,
    os_hash_algo: isUnfinished ? null : 'sha512',
    os_hash_value: hash('sha512'),
    id: image.id,
    created_at: image.created,
    updated_at: image.updated,
    tags: turned(image.tags, turn),
    self: `/v2/images/${image.id}`,
    file: `/v2/images/${image.id}/file`,
    schema: '/v2/schemas/image',
  };
}

/** Bytes; none until all of it is there. */
export function sizeOf({ size, status }: ImageRecord): number | null {
  return UNFINISHED.includes(status) ? null : size;
}

const UNFINISHED: readonly string[] = ['queued', 'saving', 'importing', 'uploading'];

function turned(tags: readonly string[] = [], turn: number): readonly string[] {
  const at = tags.length === 0 ? 0 : turn % tags.length;
  return [...tags.slice(at), ...tags.slice(0, at)];
}
