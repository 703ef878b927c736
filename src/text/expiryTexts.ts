import { l10n } from 'vscode';

/** What is said before a token ends. `left` is a length of time. */
export const expiryTexts = {
  update: () => l10n.t('Update Token'),
  stated: (label: string, left: string) => l10n.t('The token for “{0}” expires in {1}.', label, left),
  atTheLatest: (label: string, left: string) =>
    l10n.t('The token for “{0}” expires within {1}. ConoHa tokens last 24 hours.', label, left),
};
