import { randomUUID } from 'node:crypto';
import type { Clock } from './clock';
import type { GlanceJson } from './glance/glanceJson';
import type { MemberStatus, Visibility } from './glance/visibility';
import type { ImageJson, Link } from './imageJson';

/** Glance's own words; Nova shows them as ACTIVE, SAVING, DELETED, ERROR or UNKNOWN. */
export type GlanceStatus =
  | 'queued'
  | 'saving'
  | 'active'
  | 'killed'
  | 'deleted'
  | 'pending_delete'
  | 'deactivated'
  | 'importing'
  | 'uploading';

/** An image as the server keeps it. Times are `YYYY-MM-DDTHH:MM:SSZ`, disks GiB, memory MiB, sizes bytes. */
export interface ImageRecord {
  readonly id: string;
  readonly name: string | null;
  readonly status: GlanceStatus;
  readonly created: string;
  readonly updated: string;
  readonly minDisk: number;
  readonly minRam: number;
  readonly size: number | null;
  readonly metadata: Readonly<Record<string, string>>;
  /** The server that a snapshot was made from. */
  readonly server?: string;
  /** Sent as they are; without them the links name this server, as Nova does. */
  readonly links?: readonly Link[];
  /** Nova derives the progress from the status; a number here is sent instead. */
  readonly progress?: number;
  /** Has the last word on what Compute sends for this image, to be odd on purpose. */
  readonly json?: (image: ImageJson) => unknown;

  // What only the image service shows, though it also decides what Compute lists.

  /** The project that it belongs to; the tenant itself if absent. */
  readonly owner?: string;
  /** `shared` if absent, as of new images. */
  readonly visibility?: Visibility;
  /** What the tenant has made of the offer of another's image; `accepted` if absent. */
  readonly memberStatus?: MemberStatus;
  readonly hidden?: boolean;
  readonly protected?: boolean;
  readonly tags?: readonly string[];
  /** `qcow2` if absent. */
  readonly diskFormat?: string | null;
  /** `bare` if absent. */
  readonly containerFormat?: string | null;
  /** Bytes. */
  readonly virtualSize?: number | null;
  /** Has the last word on what the image service sends for this image. */
  readonly entry?: (image: GlanceJson) => unknown;
}

export type ImageSpec = Partial<ImageRecord>;
export type ImagePatch = Partial<Omit<ImageRecord, 'id'>>;

/** One tenant's images in one region. Records never change: an update puts a new one in the old one's place. */
export class Images {
  private readonly byId = new Map<string, ImageRecord>();
  private order: string[] | undefined;
  private positions = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    specs: readonly ImageSpec[] = [],
  ) {
    for (const spec of specs) this.add(spec);
  }

  /** Living images in server order: newest created first, images of the same second by id, descending. */
  list(): readonly ImageRecord[] {
    return this.ordered(0).filter((image) => image.status !== 'deleted');
  }

  get(id: string): ImageRecord | undefined {
    return this.byId.get(id);
  }

  /** Adds an image; what is not said is that of an ordinary ACTIVE image created now. */
  add(spec: ImageSpec = {}): ImageRecord {
    const id = spec.id ?? randomUUID();
    if (this.byId.has(id)) throw new Error(`There is already an image ${id}`);
    const created = spec.created ?? this.clock.iso();
    const image: ImageRecord = {
      name: `image-${id.slice(0, 8)}`,
      status: 'active',
      updated: created,
      minDisk: 30,
      minRam: 0,
      size: 2147483648,
      metadata: {},
      ...spec,
      id,
      created,
    };
    this.byId.set(id, image);
    this.order = undefined;
    return image;
  }

  /** Changes an image and, unless the patch says otherwise, its `updated`. */
  update(id: string, patch: ImagePatch): ImageRecord {
    const old = this.byId.get(id);
    if (!old) throw new Error(`There is no image ${id}`);
    const image = { ...old, updated: this.clock.iso(), ...patch };
    this.byId.set(id, image);
    if (image.created !== old.created) this.order = undefined;
    return image;
  }

  /** Deletes an image. It stays known as deleted, for a server that reports deletions to `changes-since`. */
  remove(id: string): void {
    this.update(id, { status: 'deleted' });
  }

  setStatus(id: string, status: GlanceStatus, progress?: number): ImageRecord {
    return this.update(id, progress === undefined ? { status } : { status, progress });
  }

  /** The next step in the life of an image being saved: queued, saving, active. */
  advance(id: string): ImageRecord {
    const image = this.byId.get(id);
    const size = image?.size ?? 2147483648;
    return image?.status === 'queued'
      ? this.update(id, { status: 'saving' })
      : this.update(id, { status: 'active', size: size === 0 ? 2147483648 : size });
  }

  /** Up to `count` images that match, deleted ones included, from a position on. */
  take(from: number, count: number, matches: (image: ImageRecord) => boolean): ImageRecord[] {
    const page: ImageRecord[] = [];
    const order = this.sortedIds();
    for (let at = from; at < order.length && page.length < count; at++) {
      const image = this.byId.get(order[at] ?? '');
      if (image && matches(image)) page.push(image);
    }
    return page;
  }

  /** Where an image stands in the server's order, deleted ones counted. */
  positionOf(id: string): number | undefined {
    this.sortedIds();
    return this.positions.get(id);
  }

  private ordered(from: number): ImageRecord[] {
    return this.take(from, Infinity, () => true);
  }

  private sortedIds(): readonly string[] {
    if (!this.order) {
      this.order = [...this.byId.values()].sort(newestFirst).map((image) => image.id);
      this.positions = new Map(this.order.map((id, position) => [id, position]));
    }
    return this.order;
  }
}

function newestFirst(a: ImageRecord, b: ImageRecord): number {
  if (a.created !== b.created) return a.created < b.created ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
