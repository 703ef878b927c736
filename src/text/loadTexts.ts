import { l10n } from 'vscode';

/** Loading images. Labels are what accounts are called; counts are formatted. */
export const loadTexts = {
  first: (label: string) => l10n.t('Loading the images of {0}', label),
  refreshing: (label: string) => l10n.t('Refreshing the images of {0}', label),
  more: (label: string) => l10n.t('Loading more images of {0}', label),
  all: (label: string) => l10n.t('Loading all images of {0}', label),
  incomplete: () => l10n.t('The list may be incomplete (paging stopped).'),
  allOfFilter: () => l10n.t('All images for this filter are loaded.'),
  onlyOne: () => l10n.t('The only image is loaded.'),
  allLoaded: (count: string) => l10n.t('All {0} images are loaded.', count),
  loaded: (count: string) => l10n.t('{0} loaded', count),
  waiting: (count: string, seconds: string) => l10n.t('{0} loaded; waiting {1} (rate limit)', count, seconds),
  goOn: () => l10n.t('Load More'),
  askToGoOn: (count: string) => l10n.t('{0} images loaded so far. Continue?', count),
  askDetail: () => l10n.t('Loaded images stay, and you can load more later.'),
  stop: () => l10n.t('Stop'),
};
