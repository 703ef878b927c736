import { parseGlanceImage } from '../../src/api/images/glance/parseGlanceImage';
import type { JsonObject } from '../../src/base/json';
import type { CopiedImage, FormatOptions } from '../../src/copy/format';
import { formatted, type TextPlace } from '../../src/copy/formatted';
import { FORMATS, type FormatId } from '../../src/copy/formats';

export const BASE = 'https://image.example.com/v2';

export const OPTIONS: FormatOptions = {
  separator: '\n',
  guardsFormulas: false,
  hasBom: false,
  headings: {
    id: 'ID',
    name: 'Name',
    status: 'Status',
    app: 'App',
    distribution: 'Distribution',
    disk: 'Disk',
    size: 'Size',
    created: 'Created',
  },
};

/** An image as an image service tells of it. */
export function copiedImage(fields: JsonObject, base = BASE): CopiedImage {
  return { image: parseGlanceImage({ status: 'active', ...fields }, undefined), base };
}

/** An image for each text, which is its id and, backwards in the list, another's name. */
export function imagesOfTexts(texts: readonly string[]): readonly CopiedImage[] {
  return texts.map((id, at) => copiedImage({ id, name: texts[texts.length - 1 - at] ?? '' }));
}

/** The text of images in a format. */
export function textIn(
  format: FormatId,
  images: readonly CopiedImage[],
  options: Partial<FormatOptions> = {},
  place?: TextPlace,
): string {
  return formatted(FORMATS[format], images, { ...OPTIONS, ...options }, place).text;
}
