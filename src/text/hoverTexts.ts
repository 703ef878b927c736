import { l10n } from 'vscode';

/** What a hover calls the fields of an image. */
export const hoverTexts = {
  metadata: () => l10n.t('Metadata'),
  name: () => l10n.t('Name'),
  id: () => l10n.t('ID'),
  status: () => l10n.t('Status'),
  size: () => l10n.t('Size'),
  minimumDisk: () => l10n.t('Minimum disk'),
  minimumMemory: () => l10n.t('Minimum memory'),
  created: () => l10n.t('Created'),
  updated: () => l10n.t('Updated'),
  savedFrom: () => l10n.t('Saved from server'),
  owner: () => l10n.t('Owner'),
  visibility: () => l10n.t('Visibility'),
  tags: () => l10n.t('Tags'),
  isProtected: () => l10n.t('Protected'),
  isHidden: () => l10n.t('Hidden'),
  format: () => l10n.t('Format'),
  virtualSize: () => l10n.t('Virtual size'),
  yes: () => l10n.t('yes'),
  ownProject: (owner: string) => l10n.t('{0} (this project)', owner),
  withWord: (status: string, word: string) => l10n.t('{0} ({1})', status, word),
  more: (count: string) => l10n.t('{0} more', count),
  cut: (shown: string, count: string) => l10n.t('{0} ({1} characters)', shown, count),
  none: () => l10n.t('none'),
};
