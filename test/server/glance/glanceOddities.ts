import { without, type Oddity } from '../oddities';
import type { GlanceJson } from './glanceJson';

/** The same oddities as of Compute, in the form that they have in Glance. */
export const glanceOddities: Readonly<Record<Oddity, (image: GlanceJson) => unknown>> = {
  nullName: (image) => ({ ...image, name: null }),
  emptyName: (image) => ({ ...image, name: '' }),
  noName: (image) => without(image, 'name'),
  noId: (image) => without(image, 'id'),
  numericId: (image) => ({ ...image, id: 4711 }),
  noSize: (image) => without(image, 'size'),
  nullSize: (image) => ({ ...image, size: null }),
  numericMetadata: (image) => ({ ...image, display_order: 260, bootable: true }),
  nestedMetadata: (image) => ({
    ...image,
    mappings: [{ device: 'vda' }],
    properties: { note: null, keeper: { name: '太郎' } },
  }),
  nullMetadata: (image) => ({ ...image, properties: null, tags: null }),
  noMetadata: (image) => without(image, 'tags'),
  unknownKeys: (image) => ({ ...image, __isregistered: 'true', sync_status_reason: { a: [1] } }),
  unknownStatus: (image) => ({ ...image, status: 'pending_review' }),
  noStatus: (image) => without(image, 'status'),
  noDates: (image) => without(image, 'created_at', 'updated_at'),
  badDates: (image) => ({ ...image, created_at: 'yesterday', updated_at: '' }),
  noLinks: (image) => without(image, 'self', 'file', 'schema'),
  markupName: (image) => ({
    ...image,
    name: '$(trash) **bold** [link](command:workbench.action.quit) <b>tag</b>\u202egnp.\u0007',
  }),
  pathName: (image) => ({ ...image, name: '../../etc/passwd?x=1#y %2F\\z:😀' }),
  longName: (image) => ({ ...image, name: '長'.repeat(255) }),
  prototypeKeys: (image) =>
    JSON.parse(`{"__proto__": "x", "constructor": "y", ${JSON.stringify(image).slice(1)}`) as unknown,
  onlyId: ({ id }) => ({ id }),
  nullEntry: () => null,
  stringEntry: () => 'not an image',
  arrayEntry: () => [],
};
