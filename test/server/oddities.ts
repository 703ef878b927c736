import type { ImageJson } from './imageJson';

/**
 * What odd servers send in place of an image. Each can be the `json` of an image, which then is odd wherever it
 * is sent, or be put into a page by the fault `oddImages`.
 */
export const oddities = {
  nullName: (image: ImageJson) => ({ ...image, name: null }),
  emptyName: (image: ImageJson) => ({ ...image, name: '' }),
  noName: (image: ImageJson) => without(image, 'name'),
  noId: (image: ImageJson) => without(image, 'id'),
  numericId: (image: ImageJson) => ({ ...image, id: 4711 }),
  noSize: (image: ImageJson) => without(image, 'OS-EXT-IMG-SIZE:size'),
  nullSize: (image: ImageJson) => ({ ...image, 'OS-EXT-IMG-SIZE:size': null }),
  numericMetadata: (image: ImageJson) => ({
    ...image,
    metadata: { ...image.metadata, display_order: 260, bootable: true },
  }),
  nestedMetadata: (image: ImageJson) => ({
    ...image,
    metadata: { ...image.metadata, mappings: [{ device: 'vda' }], owner: { name: '太郎' }, note: null },
  }),
  nullMetadata: (image: ImageJson) => ({ ...image, metadata: null }),
  noMetadata: (image: ImageJson) => without(image, 'metadata'),
  unknownKeys: (image: ImageJson) => ({
    ...image,
    'OS-DCF:diskConfig': 'AUTO',
    'x-vendor:extra': { a: [1] },
  }),
  unknownStatus: (image: ImageJson) => ({ ...image, status: 'PENDING_REVIEW' }),
  noStatus: (image: ImageJson) => without(image, 'status'),
  noDates: (image: ImageJson) => without(image, 'created', 'updated'),
  badDates: (image: ImageJson) => ({ ...image, created: 'yesterday', updated: '' }),
  noLinks: (image: ImageJson) => without(image, 'links'),
  markupName: (image: ImageJson) => ({
    ...image,
    name: '$(trash) **bold** [link](command:workbench.action.quit) <b>tag</b>\u202egnp.\u0007',
  }),
  pathName: (image: ImageJson) => ({ ...image, name: '../../etc/passwd?x=1#y %2F\\z:😀' }),
  longName: (image: ImageJson) => ({ ...image, name: '長'.repeat(255) }),
  prototypeKeys: (image: ImageJson) => ({
    ...image,
    metadata: JSON.parse('{"__proto__": "x", "constructor": "y", "toString": "z"}') as unknown,
  }),
  onlyId: (image: ImageJson) => ({ id: image.id }),
  nullEntry: () => null,
  stringEntry: () => 'not an image',
  arrayEntry: () => [],
} as const satisfies Readonly<Record<string, (image: ImageJson) => unknown>>;

export type Oddity = keyof typeof oddities;

/** The same but for these keys. */
export function without(object: object, ...keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !keys.includes(name)));
}
