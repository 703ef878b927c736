import { l10n } from 'vscode';

/** Opening images as JSON. Counts are formatted. */
export const jsonTexts = {
  title: () => l10n.t('Open JSON'),
  select: () => l10n.t('Select an image to open its JSON'),
  openAll: (count: string) => l10n.t('Open {0} Files', count),
  askToOpen: (count: string) => l10n.t('Open the JSON of {0} images?', count),
  inTabs: () => l10n.t('Each one opens in its own tab.'),
  opening: (count: string) => l10n.t('Opening {0} files', count),
};
