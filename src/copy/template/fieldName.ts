import type { Image } from '../../api/images/image';
import { IMAGE_FIELDS, KEYED_FIELDS, type ImageField, type KeyedField } from '../imageFields';

/** Reads what a name stands for; `undefined` where the image has none. */
export type FieldReader = (image: Image) => string | undefined;

/** All names, as they are written: `x` stands for a key. */
export const FIELD_NAMES: readonly string[] = [
  ...Object.keys(IMAGE_FIELDS),
  ...Object.keys(KEYED_FIELDS).map((name) => `${name}.x`),
];

/** What a name of a template stands for; `undefined` where it stands for nothing. */
export function fieldReader(name: string): FieldReader | undefined {
  if (isImageField(name)) return IMAGE_FIELDS[name];
  const [, before = '', key = ''] = /^(\w+)\.(.+)$/s.exec(name) ?? [];
  return isKeyedField(before) ? (image) => KEYED_FIELDS[before](image, key) : undefined;
}

function isImageField(name: string): name is ImageField {
  return Object.hasOwn(IMAGE_FIELDS, name);
}

function isKeyedField(name: string): name is KeyedField {
  return Object.hasOwn(KEYED_FIELDS, name);
}
