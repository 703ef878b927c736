import type { GlanceStatus, ImageRecord } from './images';

export interface Link {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
}

/** An image as `images/detail` sends it, the keys in the documented order. */
export interface ImageJson {
  readonly 'OS-EXT-IMG-SIZE:size': number | null;
  readonly created: string;
  readonly id: string;
  readonly links: readonly Link[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly minDisk: number;
  readonly minRam: number;
  readonly name: string | null;
  readonly progress: number;
  readonly server?: { readonly id: string; readonly links: readonly Link[] };
  readonly status: string;
  readonly updated: string;
}

/** Where the links of an answer point: Nova builds them from the address it was asked at. */
export interface LinkBase {
  readonly origin: string;
  /** Path of the compute endpoint without a slash at its end: `/v2/<tenant>`. */
  readonly path: string;
  readonly tenantId: string;
}

const rendered = new WeakMap<ImageRecord, { readonly base: string; readonly text: string }>();

/** The JSON text of an image. Kept with the record, so that large pages cost a join and no more. */
export function imageText(image: ImageRecord, base: LinkBase): string {
  const key = base.origin + base.path;
  const cached = rendered.get(image);
  if (cached?.base === key) return cached.text;
  const text = JSON.stringify(sentFor(image, base));
  rendered.set(image, { base: key, text });
  return text;
}

/** What is sent for an image: its JSON, or what its own oddity makes of it. */
function sentFor(image: ImageRecord, base: LinkBase): unknown {
  const plain = imageJson(image, base);
  return image.json ? image.json(plain) : plain;
}

export function imageJson(image: ImageRecord, base: LinkBase): ImageJson {
  return {
    'OS-EXT-IMG-SIZE:size': image.size,
    created: image.created,
    id: image.id,
    links: image.links ?? linksTo(`images/${image.id}`, base, 'application/vnd.openstack.image'),
    metadata: image.metadata,
    minDisk: image.minDisk,
    minRam: image.minRam,
    name: image.name,
    progress: image.progress ?? progressOf(image.status),
    ...(image.server && { server: { id: image.server, links: linksTo(`servers/${image.server}`, base) } }),
    status: novaStatus(image.status),
    updated: image.updated,
  };
}

function linksTo(what: string, base: LinkBase, alternateType?: string): Link[] {
  const bookmark = `${base.origin}/${base.tenantId}/${what}`;
  const links = [
    { rel: 'self', href: `${base.origin}${base.path}/${what}` },
    { rel: 'bookmark', href: bookmark },
  ];
  return alternateType ? [...links, { rel: 'alternate', type: alternateType, href: bookmark }] : links;
}

export function novaStatus(status: GlanceStatus): string {
  switch (status) {
    case 'active':
      return 'ACTIVE';
    case 'queued':
    case 'saving':
      return 'SAVING';
    case 'deleted':
    case 'pending_delete':
      return 'DELETED';
    case 'killed':
      return 'ERROR';
    case 'deactivated':
    case 'importing':
    case 'uploading':
      return 'UNKNOWN';
  }
}

function progressOf(status: GlanceStatus): number {
  switch (status) {
    case 'queued':
      return 25;
    case 'saving':
      return 50;
    case 'active':
      return 100;
    case 'killed':
    case 'deleted':
    case 'pending_delete':
    case 'deactivated':
    case 'importing':
    case 'uploading':
      return 0;
  }
}
