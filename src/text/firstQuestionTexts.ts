import { l10n } from 'vscode';
import { foreignText } from './foreignText';

/** The question how somebody signs in. */
export const firstQuestionTexts = {
  title: () => l10n.t('Sign In to ConoHa or OpenStack'),
  placeholder: () => l10n.t('Select a method, or paste an endpoint, curl command, token or openrc'),
  hint: () => l10n.t('Type a part of a row, or paste an endpoint, curl command, token or openrc.'),
  /** For a text that the editor's list cannot hold. */
  tooLong: () => l10n.t('Too long for this box. Press Enter to read it from the clipboard.'),
  emptyClipboard: () => l10n.t('The clipboard has nothing to sign in with.'),
  slowClouds: () =>
    l10n.t('The clouds files of this computer could not be read in time. Press Enter to try again.'),
  /** The row of an account that is signed out. @param label what it is called */
  again: (label: string) => l10n.t('Sign in again to “{0}”', foreignText(label)),
  /** Above the rows of the methods. */
  methods: () => l10n.t('Sign-in methods'),
  /** What comes after a token that was pasted alone. */
  endpointNext: () => l10n.t('The endpoint is asked for next.'),
};

/** The row of a method, and what is worth knowing of it. */
export interface MethodTexts {
  readonly label: string;
  readonly description: string;
}

/** The methods of signing in. */
export const methodTexts = {
  conoha: (): MethodTexts => ({
    label: l10n.t('ConoHa API user and password…'),
    description: l10n.t('Recommended: renews the token for you'),
  }),
  openstack: (): MethodTexts => ({
    label: l10n.t('OpenStack user and password…'),
    description: l10n.t('Identity v3 or v2.0'),
  }),
  applicationCredential: (): MethodTexts => ({
    label: l10n.t('Application credential…'),
    description: l10n.t('Identity v3'),
  }),
  file: (): MethodTexts => ({
    label: l10n.t('From a file…'),
    description: l10n.t('clouds.yaml or openrc'),
  }),
  token: (): MethodTexts => ({
    label: l10n.t('Token and endpoint…'),
    description: l10n.t('Until the token expires, usually 24 hours'),
  }),
  clipboard: (): MethodTexts => ({
    label: l10n.t('Read from the clipboard'),
    description: l10n.t('Also what is too long to be pasted here'),
  }),
};
