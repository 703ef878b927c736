import type { RowLook } from '../../src/tree/rows';

/** Rows that are called by the images' own names, with sizes and dates beside them: what most tests compare. */
export const PLAIN_LOOK: RowLook = { style: 'name', details: ['size', 'created'], distributionIcons: true };

/** Nobody has marked anything. */
export const NO_FAVOURITES: ReadonlySet<string> = new Set();
