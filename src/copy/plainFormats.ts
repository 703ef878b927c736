import type { Image } from '../api/images/image';
import { capitalized } from '../base/capitalized';

/**
 * What is copied of an image by a command of its own, a row each: its text, empty where the image has none. What is written
 * in the form of a language stands in `formats.ts`, with these.
 */
export const PLAIN_FORMATS = {
  id: ({ id }) => id,
  name: ({ name }) => name,
} as const satisfies Readonly<Record<string, (image: Image) => string>>;

/** Part of the names of commands: an id stays what it is. */
export type PlainFormatId = keyof typeof PLAIN_FORMATS;

/** In the order of `PLAIN_FORMATS`. */
export const PLAIN_FORMAT_IDS = Object.keys(PLAIN_FORMATS) as readonly PlainFormatId[];

/** The texts of images in a format, without those that have none. */
export function textsOf(images: readonly Image[], format: PlainFormatId): readonly string[] {
  return images.map(PLAIN_FORMATS[format]).filter((text) => text !== '');
}

/** The name of the command that copies in a format: `conohaImages.copyId`, `conohaImages.copyName`, without its prefix. */
export type CopyCommand = `copy${Capitalize<PlainFormatId>}`;

/** The command that copies in a format. */
export function copyCommand(format: PlainFormatId): CopyCommand {
  return `copy${capitalized(format)}`;
}
