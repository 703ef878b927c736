import { l10n } from 'vscode';

/** A group, as a screen reader says it. */
export function oneImageText(label: string): string {
  return l10n.t('{0}, 1 image', label);
}

/** The same of several images. @param count formatted */
export function imagesText(label: string, count: string): string {
  return l10n.t('{0}, {1} images', label, count);
}

/** One image in several disk sizes, as a screen reader says it. */
export function diskSizesText(name: string, sizes: string): string {
  return l10n.t('{0}, disk sizes {1}', name, sizes);
}

/** Before the state of the token. */
export function tokenWord(): string {
  return l10n.t('Token');
}

/** While the next page is loaded. @param count of the loaded images, formatted */
export function loadingMoreText(count: string): string {
  return l10n.t('Loading more… ({0} loaded)', count);
}

/** The row that loads the next page. @param count of the loaded images, formatted */
export function loadMoreText(count: string): string {
  return l10n.t('Load more… ({0} loaded)', count);
}

/** The row of an account that is signed out. */
export function signedOutRowText(): string {
  return l10n.t('Signed out. Sign in…');
}

/** The row of a list without images. */
export function noImagesText(): string {
  return l10n.t('This account has no images.');
}

/** The row of a list that the filter hides. */
export function noMatchText(): string {
  return l10n.t('No loaded image matches the filter. Clear the filter…');
}

/** The row of a filter that cannot be applied. */
export function filterFailsText(): string {
  return l10n.t('Clear filter… (it can’t be applied)');
}

/** The row below a list that may lack images. */
export function incompleteText(): string {
  return l10n.t('The list may be incomplete (paging stopped). Refresh…');
}

/** Beside the account that commands are meant for. */
export function activeWord(): string {
  return l10n.t('active');
}
