import { l10n } from 'vscode';
import type { PlainFormatId } from '../copy/plainFormats';
import { copyAsTexts } from './copyAsTexts';
import { formatWords } from './describeFormat';

/** What Enter does: it leads to the row, copies it in a format, or chooses it for what is asked next. */
export type FindPurpose = 'show' | PlainFormatId | 'copyAs' | 'insertAs';

function isWritten(purpose: FindPurpose): purpose is 'copyAs' | 'insertAs' {
  return purpose === 'copyAs' || purpose === 'insertAs';
}

function purposeTitle(purpose: FindPurpose): string {
  if (purpose === 'show') return l10n.t('Find Image');
  return isWritten(purpose) ? copyAsTexts[purpose]() : formatWords(purpose).title();
}

/** Finding an image. Counts are formatted. */
export const findTexts = {
  placeholder: (purpose: FindPurpose) => {
    if (purpose === 'show') return l10n.t('Name, version, app, disk size or ID, such as ubuntu 22 30');
    return isWritten(purpose)
      ? l10n.t('Name, version, app, disk size or ID. Enter chooses')
      : l10n.t('Name, version, app, disk size or ID. Enter copies');
  },
  /** @param count of the images that are looked through, with a mark where there are more */
  title: (purpose: FindPurpose, count: string | undefined) => {
    const title = purposeTitle(purpose);
    return count === undefined ? title : l10n.t('{0} ({1})', title, count);
  },
  copyIdKey: () => l10n.t('Copy ID (Ctrl+C)'),
  several: () => l10n.t('Select Several'),
  favourites: () => l10n.t('Favorites'),
  copied: () => l10n.t('Recently copied'),
  others: () => l10n.t('All images'),
  openJson: () => l10n.t('Open JSON'),
  moreMatches: (count: string) => l10n.t('{0} more. Keep typing to narrow down.', count),
  noMatch: () => l10n.t('No loaded image matches.'),
  loadMore: (count: string) => l10n.t('Load more… ({0} loaded)', count),
  hidden: () => l10n.t('Hidden by the filter.'),
  noneInFilter: () => l10n.t('No loaded image matches the filter.'),
  none: () => l10n.t('This account has no images.'),
  noneLoaded: () => l10n.t('No image is loaded'),
};
