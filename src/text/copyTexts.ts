import { l10n } from 'vscode';

/** What is said of what was copied. Counts are formatted. */
export const copyTexts = {
  nothing: () => l10n.t('Nothing was copied.'),
  theOneHasNone: () => l10n.t('The image has none.'),
  oneHasNone: () => l10n.t('One of the images has none.'),
  someHaveNone: (count: string) => l10n.t('{0} of the images have none.', count),
  whichSize: () => l10n.t('Which disk size?'),
  allSizes: (count: string) => l10n.t('All {0} sizes', count),
  mayHaveMore: () => l10n.t('Only loaded images are included. There may be more.'),
};
