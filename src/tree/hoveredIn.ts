import type { Hovered } from './imageHover';
import type { Row } from './rows';

/** The image that a row stands for, with all of the disk sizes that share the row; `undefined` for other rows. */
export function hoveredIn(row: Row): Omit<Hovered, 'lines'> | undefined {
  if (row.kind === 'image') return { image: row.image, rowId: row.id };
  if (row.kind !== 'group' || row.variants === undefined) return undefined;
  const { images } = row.group;
  const [image] = images;
  return image && { image, sizes: images, rowId: row.id };
}
