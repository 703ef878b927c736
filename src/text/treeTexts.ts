import { l10n } from 'vscode';

/** Before the state of the token. */
export function tokenWord(): string {
  return l10n.t('Token');
}

/** Beside the account that commands are meant for. */
export function activeWord(): string {
  return l10n.t('active');
}

/** A group, as a screen reader says it. @param count of its images, formatted, with a mark where there may be more */
export function imagesText(label: string, count: string): string {
  return count === '1' ? l10n.t('{0}, 1 image', label) : l10n.t('{0}, {1} images', label, count);
}

/** The row that loads the next page. @param count of the loaded images, formatted */
export function loadMoreText(count: string, loading: boolean): string {
  return loading ? l10n.t('Loading more… ({0} loaded)', count) : l10n.t('Load more… ({0} loaded)', count);
}

/** Why a list has nothing to show, or may lack images. */
export type ListInfo = 'signedOut' | 'loading' | 'empty' | 'noMatch' | 'filterFails' | 'incomplete';

/** The row that says so. */
export function infoText(info: ListInfo): string {
  switch (info) {
    case 'signedOut':
      return l10n.t('Signed out. Sign in…');
    case 'loading':
      return l10n.t('Loading images…');
    case 'empty':
      return l10n.t('This account has no images.');
    case 'noMatch':
      return l10n.t('No loaded image matches the filter. Clear the filter…');
    case 'filterFails':
      return l10n.t('Clear filter… (it can’t be applied)');
    case 'incomplete':
      return l10n.t('The list may be incomplete (paging stopped). Refresh…');
  }
}
