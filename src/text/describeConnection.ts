import { l10n } from 'vscode';
import type { ApiErrorDetails } from '../api/apiError';
import { foreignWords } from './foreignText';

/** What failed, and what can be done about it: a sentence or more each. */
export interface FailureText {
  readonly message: string;
  readonly action: string;
}

/** Why there was no connection to a server, or none that can be trusted, in a user's words. */
export function connectionText(
  kind:
    | 'unreachable'
    | 'proxyUnreachable'
    | 'proxyWantsAuth'
    | 'certificate'
    | 'wantsClientCertificate'
    | 'clientCertificate'
    | 'notTls'
    | 'tlsVersion'
    | 'tlsRefused',
  { host, code = '?', path = '', status }: ApiErrorDetails,
): FailureText {
  switch (kind) {
    case 'unreachable':
      return unreachableText(host, code);
    case 'proxyUnreachable':
      return {
        message: l10n.t('The proxy could not be reached.'),
        action: l10n.t('Check the network and the proxy settings.'),
      };
    case 'proxyWantsAuth':
      return {
        message: l10n.t('The proxy requires a user name and password (407).'),
        action: l10n.t('Check the proxy settings, such as “{0}”.', 'http.proxy'),
      };
    case 'certificate':
      return {
        message: l10n.t('The certificate of {0} could not be verified ({1}).', host, code),
        action:
          path === ''
            ? l10n.t('Check the URL and your clock, or add the certificate authority to your system.')
            : l10n.t('The certificate authority {0} can’t be read.', foreignWords(path)),
      };
    case 'wantsClientCertificate':
      return {
        message: l10n.t(
          '{0} requires a client certificate, or did not accept yours ({1}).',
          host,
          status ?? code,
        ),
        action: l10n.t(
          'Set “cert” and “key” for this cloud in clouds.yaml, or OS_CERT and OS_KEY in the openrc, and sign in with it.',
        ),
      };
    case 'clientCertificate':
      return {
        message: l10n.t('The client certificate {0} can’t be used ({1}).', foreignWords(path), code),
        action: l10n.t(
          'Check the files given as “cert” and “key” (OS_CERT and OS_KEY). The key must not be encrypted.',
        ),
      };
    case 'notTls':
      return {
        message: l10n.t('{0} does not use https ({1}).', host, code),
        action: l10n.t('Check the host and the port.'),
      };
    case 'tlsVersion':
      return {
        message: l10n.t('{0} offers no secure version of TLS ({1}).', host, code),
        action: l10n.t('TLS 1.2 or later must be enabled on {0}.', host),
      };
    case 'tlsRefused':
      return {
        message: l10n.t('{0} refused the secure connection ({1}).', host, code),
        action: l10n.t(
          'It may require a client certificate. Set “cert” and “key” in clouds.yaml, or OS_CERT and OS_KEY in the openrc.',
        ),
      };
  }
}

function unreachableText(host: string, code: string): FailureText {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        message: l10n.t('The host {0} was not found ({1}).', host, code),
        action: l10n.t('Check the URL for typos, and the network.'),
      };
    case 'ECONNREFUSED':
      return {
        message: l10n.t('{0} refused the connection ({1}).', host, code),
        action: l10n.t('Check the host and the port.'),
      };
    default:
      return {
        message: l10n.t('{0} can’t be reached ({1}).', host, code),
        action: l10n.t('Check the endpoint, the network and the proxy settings.'),
      };
  }
}
