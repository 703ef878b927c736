import { l10n } from 'vscode';
import { cloudNameText } from './describeCloud';
import { foreignText } from './foreignText';

/** What is asked of clouds, and of the files in which they stand. */
export const cloudQuestionTexts = {
  /** The title of what is asked of a cloud. @param name its own */
  signInTo: (name: string) => l10n.t('Sign in to “{0}”', cloudNameText(name)),
  secretOf: (name: string) => l10n.t('Password or secret of “{0}”', cloudNameText(name)),
  /** The button that agrees to where something is sent. */
  agree: () => l10n.t('Sign In There'),
  /** @param reason a sentence */
  failed: (name: string, reason: string) =>
    l10n.t('Signing in to “{0}” failed: {1}', cloudNameText(name), reason),
  nothingSent: () => l10n.t('Nothing was sent.'),
  fileTitle: () => l10n.t('Sign in from a file'),
  /** The title of the editor's dialog. */
  selectFile: () => l10n.t('Select clouds.yaml or an openrc file'),
  /** @param path of the file */
  selectCloud: (path: string) => l10n.t('Select a cloud of {0}', foreignText(path)),
  /** @param path of the file */
  noClouds: (path: string) => l10n.t('{0} has no clouds.', foreignText(path)),
  openrcTitle: () => l10n.t('Sign in with this openrc'),
  selectRegion: () => l10n.t('Select a region'),
};
