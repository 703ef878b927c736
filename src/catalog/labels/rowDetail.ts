/** What can stand beside a row's label. They are the values of the setting. */
export const ROW_DETAILS = [
  'disk',
  'size',
  'created',
  'updated',
  'app',
  'distribution',
  'owner',
  'status',
  'id',
] as const;

/** Something that can stand beside a label. */
export type RowDetail = (typeof ROW_DETAILS)[number];

/** The most telling first: a narrow side bar cuts the end off. */
export const DEFAULT_DETAILS: readonly RowDetail[] = ['disk', 'app', 'distribution', 'created'];
