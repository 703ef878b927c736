import { l10n } from 'vscode';

/** What a person reads where a language model wants to look images up. Labels are what accounts are called; counts are formatted. */
export const languageModelTexts = {
  title: () => l10n.t('Let the language model look up images?'),
  looking: () => l10n.t('Looking up images'),
  loads: (label: string, loaded: string, most: string) =>
    l10n.t('Up to {0} images of “{1}” are loaded for this (loaded now: {2}).', most, label, loaded),
  loadsNothing: (label: string, loaded: string) =>
    l10n.t('The loaded images of “{0}” are searched ({1}); no more are loaded.', label, loaded),
  mayRequestOne: () => l10n.t('An image that is not among them is requested by its ID.'),
  given: () =>
    l10n.t('The language model gets IDs, names and properties of images that match. Nothing is changed.'),
};
