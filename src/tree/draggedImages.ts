import { accountIdIn, type Row } from './rows';

/** What rows are while they are dragged: a JSON text of `DraggedImage[]`. */
export const DRAGGED_IMAGES = 'application/vnd.conoha-images.images+json';

/** An image by what it is known by. */
export interface DraggedImage {
  readonly accountId: string;
  readonly key: string;
}

/** The images of rows, each once; of a group all that are loaded. */
export function draggedImages(rows: readonly Row[]): readonly DraggedImage[] {
  const images = new Map<string, DraggedImage>();
  for (const row of rows) {
    const accountId = accountIdIn(row.id);
    if (accountId === undefined || (row.kind !== 'image' && row.kind !== 'group')) continue;
    for (const { key } of row.kind === 'image' ? [row.image] : row.group.images)
      images.set(JSON.stringify([accountId, key]), { accountId, key });
  }
  return [...images.values()];
}
