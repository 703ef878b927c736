import type { Image } from '../api/images/image';
import { capitalized } from '../base/capitalized';

/** What can be copied of an image, a row each: its text, empty where the image has none. */
export const FORMATS = {
  id: ({ id }) => id,
  name: ({ name }) => name,
} as const satisfies Readonly<Record<string, (image: Image) => string>>;

/** Part of the names of commands: an id stays what it is. */
export type FormatId = keyof typeof FORMATS;

/** In the order of `FORMATS`. */
export const FORMAT_IDS = Object.keys(FORMATS) as readonly FormatId[];

/** The texts of images in a format, without those that have none. */
export function textsOf(images: readonly Image[], format: FormatId): readonly string[] {
  return images.map(FORMATS[format]).filter((text) => text !== '');
}

/** The name of the command that copies in a format: `conohaImages.copyId`, `conohaImages.copyName`, without its prefix. */
export type CopyCommand = `copy${Capitalize<FormatId>}`;

/** The command that copies in a format. */
export function copyCommand(format: FormatId): CopyCommand {
  return `copy${capitalized(format)}`;
}
