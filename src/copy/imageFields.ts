import { metadataText, type Image } from '../api/images/image';
import { diskOf } from '../catalog/disk';
import { appOf, distributionOf } from '../catalog/facetValues';

/** What programs are told of an image, a row each; `undefined` where it has none, or none is known. */
export const IMAGE_FIELDS = {
  id: ({ id }) => shown(id),
  name: ({ name }) => shown(name),
  status: ({ status }) => shown(status),
  app: (image) => appOf(image)?.label,
  'app.family': (image) => appOf(image)?.family,
  'app.version': (image) => shown(appOf(image)?.version),
  distribution: (image) => distributionOf(image)?.label,
  /** GiB. */
  disk: (image) => digits(diskOf(image)),
  /** Bytes. */
  size: ({ size }) => digits(size),
  /** To the second, in UTC: `2026-01-31T09:00:00Z`. */
  created: ({ created }) =>
    created === undefined ? undefined : new Date(created).toISOString().replace(/\.\d+(?=Z$)/, ''),
} as const satisfies Readonly<Record<string, (image: Image) => string | undefined>>;

/** Part of people's templates: a name stays what it is. */
export type ImageField = keyof typeof IMAGE_FIELDS;

/** Fields of which an image has any, by what stands before the key; `undefined` where it has none of that key. */
export const KEYED_FIELDS = {
  metadata: (image, key) =>
    Object.hasOwn(image.metadata, key) ? shown(metadataText(image, key)) : undefined,
  /** What stands behind `key=`, or the tag itself where it is the key. */
  tag: ({ details }, key) => {
    const tag = details?.tags.find((one) => one === key || one.startsWith(`${key}=`));
    return tag === key ? key : shown(tag?.slice(key.length + 1));
  },
} as const satisfies Readonly<Record<string, (image: Image, key: string) => string | undefined>>;

/** What stands before the key of a field of which an image has any. */
export type KeyedField = keyof typeof KEYED_FIELDS;

function shown(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function digits(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number);
}
