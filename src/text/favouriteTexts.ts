import { l10n } from 'vscode';

/** Marking images as favourites. */
export const favouriteTexts = {
  add: () => l10n.t('Add to Favorites'),
  remove: () => l10n.t('Remove from Favorites'),
  select: () => l10n.t('Select one or more images'),
};
