import { l10n } from 'vscode';

/** Finding an image. Counts are formatted. */
export const findTexts = {
  placeholder: () => l10n.t('Find a loaded image by name, ID or app'),
  copyId: () => l10n.t('Copy ID'),
  openJson: () => l10n.t('Open JSON'),
  moreMatches: (count: string) => l10n.t('{0} more matches. Keep typing to narrow down.', count),
  noMatch: () => l10n.t('No loaded image matches.'),
  loadMore: (count: string) => l10n.t('Load more… ({0} loaded)', count),
  hidden: () => l10n.t('Hidden by the filter.'),
  noneInFilter: () => l10n.t('No loaded image matches the filter.'),
  none: () => l10n.t('This account has no images.'),
  noneLoaded: () => l10n.t('No image is loaded'),
};
