import type { CatalogueImage } from '../../server/index';
import type { ShownRow } from './shownRow';

/** A row that stands for an image, or for one in several disk sizes. */
export interface ImageRow {
  readonly row: ShownRow;
  readonly name: string;
  /** GiB; empty for an image that has none. */
  readonly disks: readonly number[];
  /** ACTIVE, as most are. */
  readonly isUsual: boolean;
}

/** Which of the rows stand for images: what a screen reader says of those has the server's name. */
export function imageRows(
  rows: readonly ShownRow[],
  catalogue: readonly CatalogueImage[],
): readonly ImageRow[] {
  return rows.flatMap((row) => {
    const known = catalogue.find((one) => isSpokenOf(one, row.spoken));
    if (known === undefined) return [];
    const disks = row.expanded === undefined ? [known.disk] : disksLike(known, catalogue);
    const { name, status = 'active' } = known.image;
    return [
      { row, name, disks: disks.filter((disk) => disk !== undefined), isUsual: /^active$/i.test(status) },
    ];
  });
}

/** Whether a sentence names an image: by its name, by that of all its disk sizes, or by its name and what tells it apart. */
export function isSpokenOf(one: CatalogueImage, spoken: string): boolean {
  const { name } = one.image;
  const names = [name, baseOf(one)];
  return spoken.startsWith(`${name} `) || names.some((known) => `, ${spoken},`.includes(`, ${known},`));
}

/** The disks of the images that are called the same but for the size at the end. */
function disksLike(
  one: CatalogueImage,
  catalogue: readonly CatalogueImage[],
): readonly (number | undefined)[] {
  return catalogue.filter((other) => baseOf(other) === baseOf(one)).map(({ disk }) => disk);
}

function baseOf({ image, disk }: CatalogueImage): string {
  const suffix = `-${disk ?? 0}gb`;
  return image.name.endsWith(suffix) ? image.name.slice(0, -suffix.length) : image.name;
}
