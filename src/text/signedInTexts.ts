import { l10n } from 'vscode';
import { foreignWords } from './foreignText';
import { plainLabel } from './plainLabel';

/** Which account somebody signs in to, and what has become of it. Labels are what accounts are called. */
export const signedInTexts = {
  /** In the status bar. */
  alreadySignedIn: (label: string) =>
    l10n.t('You were signed in to “{0}” already: it uses the new sign-in.', plainLabel(label)),
  /** In the status bar. */
  usesToken: (label: string) =>
    l10n.t('“{0}” uses this token now, and keeps how it signs in.', plainLabel(label)),
  removed: (label: string) =>
    l10n.t('“{0}” has been removed meanwhile. Nothing was stored.', foreignWords(label)),
  whichProject: () => l10n.t('Which project is this for?'),
  projectNotKnown: () =>
    l10n.t('Same endpoint, project not known. Select the account to update, or add another.'),
  addAnother: () => l10n.t('Add as another account'),
  /** The button that agrees to another user. */
  signIn: () => l10n.t('Sign In'),
};
