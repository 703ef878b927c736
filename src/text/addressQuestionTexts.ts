import { l10n } from 'vscode';

/** The questions for an address. */
export const addressQuestionTexts = {
  /** The row for an address that is not listed. */
  useTyped: () => l10n.t('Use this URL'),
  /** Marks stand in the place of what may be secret. */
  hidden: () => l10n.t('The pasted text is hidden because it may be secret. Enter a URL.'),
  email: () => l10n.t('This is an email address. Enter a URL.'),
  /** Over the addresses of a service catalogue. */
  selectOrType: () => l10n.t('Select an endpoint, or type another one'),
  /** Over the regions of ConoHa. */
  selectRegion: () => l10n.t('Select a region, or enter an Image or Compute endpoint'),
  images: () => l10n.t('Endpoint of the Image or Compute API'),
  identity: () => l10n.t('URL of the Identity API (auth_url)'),
  /** @param region `tyo1` */
  conohaRegion: (region: string) => l10n.t('ConoHa {0}', region),
};
