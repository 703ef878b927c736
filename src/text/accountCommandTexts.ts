import { l10n } from 'vscode';

/** The commands for accounts. Labels are what accounts are called. */
export const accountCommandTexts = {
  selectToSignOut: () => l10n.t('Select an account to sign out of'),
  signOut: () => l10n.t('Sign Out'),
  askToSignOut: (label: string) => l10n.t('Sign out of “{0}”?', label),
  selectToRemove: () => l10n.t('Select an account to remove'),
  remove: () => l10n.t('Remove'),
  askToRemove: (label: string) => l10n.t('Remove account “{0}”?', label),
  selectToRename: () => l10n.t('Select an account to rename'),
  rename: () => l10n.t('Rename Account'),
  name: () => l10n.t('Account name'),
  selectToSwitch: () => l10n.t('Select an account to switch to'),
  selectToUpdate: () => l10n.t('Select the account whose token to update'),
  selectToShow: () => l10n.t('Select an account to show'),
  about: () => l10n.t('About this account'),
  active: () => l10n.t('active'),
};
