import { l10n } from 'vscode';

/** Which of several accounts is meant. */
export interface AccountQuestion {
  /** What is done with it. */
  readonly title: () => string;
  readonly select: () => string;
}

/** The commands for accounts. Labels are what accounts are called. */
export const accountCommandTexts = {
  toSignOut: {
    title: () => l10n.t('Sign Out'),
    select: () => l10n.t('Select an account to sign out of'),
  },
  signOut: () => l10n.t('Sign Out'),
  askToSignOut: (label: string) => l10n.t('Sign out of “{0}”?', label),
  toRemove: {
    title: () => l10n.t('Remove Account'),
    select: () => l10n.t('Select an account to remove'),
  },
  remove: () => l10n.t('Remove'),
  askToRemove: (label: string) => l10n.t('Remove account “{0}”?', label),
  toRename: {
    title: () => l10n.t('Rename Account'),
    select: () => l10n.t('Select an account to rename'),
  },
  name: () => l10n.t('Account name'),
  toSwitch: {
    title: () => l10n.t('Switch Account'),
    select: () => l10n.t('Select an account to switch to'),
  },
  toUpdate: {
    title: () => l10n.t('Update Token'),
    select: () => l10n.t('Select the account whose token to update'),
  },
  toShow: {
    title: () => l10n.t('Show Account'),
    select: () => l10n.t('Select an account to show'),
  },
  about: () => l10n.t('About this account. Enter copies what has a copy icon'),
  copied: (name: string) => l10n.t('Copied {0}.', name),
  active: () => l10n.t('active'),
} satisfies Readonly<Record<string, AccountQuestion | ((...words: never[]) => string)>>;
