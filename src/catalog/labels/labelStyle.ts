/** What an image is called: as people do, or as its server has it. Part of the setting. */
export const LABEL_STYLES = ['readable', 'name'] as const;
/** One of them. */
export type LabelStyle = (typeof LABEL_STYLES)[number];
