import { l10n } from 'vscode';
import { foreignText } from './foreignText';

/** What is asked of who signs in with a token. */
export const tokenQuestionTexts = {
  title: () => l10n.t('Sign in with a token'),
  /** The title where an account gets another one. @param label what the account is called */
  another: (label: string) => l10n.t('New token for “{0}”', foreignText(label)),
  token: () => l10n.t('Token'),
  /** @param host of the server that it is for */
  stored: (host: string) => l10n.t('Stored in the editor’s secret storage. Sent only to {0}.', host),
  tenantId: () => l10n.t('Tenant ID'),
  tenantNeeded: () => l10n.t('This endpoint needs a tenant ID.'),
  /** Below the box for it. */
  tenant: {
    optional: () => l10n.t('Project ID (optional for this endpoint)'),
    conoha: () => l10n.t('Tenant (project) ID, as the control panel shows it'),
    other: () => l10n.t('Tenant (project) ID'),
  },
};
