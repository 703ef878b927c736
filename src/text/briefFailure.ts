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
    case 'badRequest':
    case 'forbidden':
    case 'identityForbidden':
    case 'identityNotAllowed':
    case 'identityUnauthorized':
    case 'noApplicationCredentials':
    case 'noProject':
    case 'notIdentity':
    case 'notSendable':
    case 'rateLimited':
    case 'redirect':
    case 'refusedBefore':
    case 'secretUnreadable':
    case 'signedOut':
    case 'tooLarge':
    case 'unauthorized':
    case 'wrongCredentials':
      return undefined;
  }
}
