import { l10n } from 'vscode';
import type { IdentityMethod } from '../auth/account';

/** What is asked of who signs in with a password or an application credential. */
export const passwordQuestionTexts = {
  titles: {
    conoha: () => l10n.t('Sign in with a ConoHa API user'),
    openstack: () => l10n.t('Sign in to OpenStack'),
    applicationCredential: () => l10n.t('Sign in with an application credential'),
  },
  /** Over ConoHa's generations and regions. */
  place: () => l10n.t('Select the generation and region'),
  conohaUser: () => l10n.t('API user, such as gncu00000001'),
  user: () => l10n.t('User, by name or ID'),
  domain: () => l10n.t('User domain, name or ID (optional)'),
  project: () => l10n.t('Tenant (project), by ID or name'),
  credentialId: () => l10n.t('ID of the application credential'),
  secret: (kind: IdentityMethod['kind']) =>
    kind === 'password' ? l10n.t('Password') : l10n.t('Secret of the application credential'),
};
