import { l10n } from 'vscode';
import type { IdentityMethod } from '../auth/account';

/** The question whether to stay signed in. */
export const keepQuestionTexts = {
  placeholder: () => l10n.t('Keep you signed in?'),
  keep: (kind: IdentityMethod['kind']) =>
    kind === 'applicationCredential'
      ? l10n.t('Yes, store the secret securely')
      : l10n.t('Yes, store my password securely'),
  kept: () => l10n.t('A new token is requested when the old one expires.'),
  once: () => l10n.t('No, this token only'),
  notKept: () => l10n.t('You sign in again when it expires.'),
  otherEndpoint: () => l10n.t('Use another endpoint…'),
};
