import { l10n } from 'vscode';
import { ApiError } from '../api/apiError';

/** What failed in a few words, which can be read whole in a narrow side bar; `undefined` where the message is as short. */
export function briefFailure(error: unknown): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const { code, status } = error.details;
  switch (error.kind) {
    case 'server':
      return l10n.t('API error ({0})', String(status ?? '?'));
    case 'timeout':
      return l10n.t('No answer in time');
    case 'unreachable':
      return l10n.t('No connection ({0})', code ?? '?');
    case 'proxyUnreachable':
      return l10n.t('No connection to the proxy');
    case 'proxyWantsAuth':
      return l10n.t('Proxy sign-in required (407)');
    case 'certificate':
    case 'wantsClientCertificate':
    case 'clientCertificate':
    case 'notTls':
    case 'tlsVersion':
    case 'tlsRefused':
      return l10n.t('No secure connection');
    case 'interrupted':
      return l10n.t('Connection interrupted');
    case 'notFound':
      return l10n.t('Not found (404)');
    case 'notJson':
    case 'notImages':
      return l10n.t('Not an image list');
    case 'signedOut':
      return l10n.t('No token is stored');
    case 'secretUnreadable':
      return l10n.t('Secret storage unreadable');
    case 'refusedBefore':
      return l10n.t('Token not accepted earlier');
    case 'wrongCredentials':
      return l10n.t('Sign-in not accepted (401)');
    case 'redirect':
      return l10n.t('Redirects to another URL');
    case 'notSendable':
      return l10n.t('Request can’t be sent');
    case 'tooLarge':
      return l10n.t('Response over 64 MiB');
    case 'notIdentity':
      return l10n.t('Not an Identity service');
    case 'identityUnauthorized':
    case 'identityNotAllowed':
      return l10n.t('Versions not shown ({0})', String(status ?? '?'));
    case 'identityForbidden':
      return l10n.t('Access denied (403).');
    case 'noApplicationCredentials':
      return l10n.t('Needs Identity v3');
    case 'noProject':
      return l10n.t('Token without a project');
    case 'badRequest':
    case 'forbidden':
    case 'rateLimited':
    case 'unauthorized':
      return undefined;
  }
}
