import { env, l10n } from 'vscode';
import { ApiError, type ApiErrorDetails, type ApiErrorKind } from '../api/apiError';
import { SecretNotRemoved } from '../auth/secretNotRemoved';
import { Canceled } from '../base/canceled';
import { connectionText, type FailureText } from './describeConnection';
import { formatSeconds } from '../base/format';
import { foreignWords } from './foreignText';
import { hiddenText, IDENTITY_ADVICE } from './describeIdentity';

/** As many characters of a server's or a library's words are shown. */
const LONGEST_WORDS = 500;

/** A failure in a user's words. */
export interface ErrorText {
  /** What happened, in one sentence. */
  readonly message: string;
  /** What the user can do about it, in one sentence. */
  readonly action: string;
  /** The server's own words and the request id, for a hover or a support desk; empty when there are none. */
  readonly details: string;
}

/** Puts a failure into words. No secret is in them: an `ApiError` never holds one. */
export function describeError(error: unknown): ErrorText {
  if (error instanceof Canceled) return canceled();
  if (error instanceof SecretNotRemoved) return notRemoved(error);
  if (!(error instanceof ApiError)) return unexpected(error);
  return { ...messageAndAction(error), details: detailsOf(error.details) };
}

/** Message, action and details as one paragraph. */
export function errorSentence(error: unknown): string {
  const { message, action, details } = describeError(error);
  return [message, action, details].filter((part) => part !== '').join(' ');
}

function messageAndAction({ kind, details }: ApiError): FailureText {
  const advice = details.service === 'identity' ? IDENTITY_ADVICE[kind]?.() : undefined;
  const text = failureText(kind, details);
  return advice === undefined ? text : { ...text, action: advice };
}

function failureText(kind: ApiErrorKind, details: ApiErrorDetails): FailureText {
  const { host } = details;
  const status = String(details.status ?? '');
  switch (kind) {
    case 'unauthorized':
      return {
        message: l10n.t('The server did not accept the token (401).'),
        action: l10n.t('It is wrong or has expired: sign in with a new one.'),
      };
    case 'signedOut':
      return {
        message: l10n.t('No token is stored for this account.'),
        action: l10n.t('Sign in again.'),
      };
    case 'secretUnreadable':
      return {
        message: l10n.t('The editor’s secret storage could not be read.'),
        action: l10n.t('Refresh to retry, or sign in again.'),
      };
    case 'refusedBefore':
      return {
        message: l10n.t('The token was not accepted earlier (401).'),
        action: l10n.t('Refresh to retry, or sign in with a new token.'),
      };
    case 'wrongCredentials':
      return {
        message: l10n.t('The user name, password or credential was not accepted (401).'),
        action: l10n.t('Check them, and the tenant: API users are made in the control panel.'),
      };
    case 'forbidden':
      return {
        message: l10n.t('The server refused access (403).'),
        action: l10n.t('Check that the token belongs to this tenant and may list images.'),
      };
    case 'notFound':
      return {
        message: l10n.t('{0} has nothing at this address (404).', host),
        action: l10n.t('Check the endpoint and the tenant ID: the control panel shows both.'),
      };
    case 'badRequest':
      return {
        message: l10n.t('The server did not accept the request ({0}).', status),
        action: l10n.t('Check the tenant ID and the filter.'),
      };
    case 'rateLimited':
      return {
        message: l10n.t('The server asks for fewer requests ({0}).', status),
        action: waitAction(details.retryAfter),
      };
    case 'server':
      return {
        message: l10n.t('The server failed to answer ({0}).', status),
        action: l10n.t('Try again in a moment; if it goes on, ask the provider and name the request ID.'),
      };
    case 'redirect':
      return {
        message: l10n.t('{0} points to another address: {1}', host, foreignWords(details.location ?? '?')),
        action: l10n.t(
          'Redirects are not followed, to keep the token safe. If you trust it, use that address as the endpoint.',
        ),
      };
    case 'timeout':
      return {
        message: l10n.t(
          '{0} did not answer within {1}.',
          host,
          formatSeconds(details.seconds ?? 0, env.language),
        ),
        action: l10n.t('Try again, or allow more time in the setting “{0}”.', 'conohaImages.requestTimeout'),
      };
    case 'notSendable':
      return {
        message: l10n.t('No request to {0} could be made ({1}).', host, details.code ?? '?'),
        action: l10n.t('Check the token and the address for odd characters.'),
      };
    case 'unreachable':
    case 'proxyUnreachable':
    case 'proxyWantsAuth':
    case 'certificate':
    case 'wantsClientCertificate':
    case 'clientCertificate':
    case 'notTls':
    case 'tlsVersion':
    case 'tlsRefused':
      return connectionText(kind, details);
    case 'interrupted':
      return {
        message: l10n.t('The connection to {0} broke in the middle of the answer.', host),
        action: l10n.t('Try again.'),
      };
    case 'tooLarge':
      return {
        message: l10n.t('The answer of {0} is larger than 64 MiB and was not read.', host),
        action: l10n.t('Set a smaller page size in “{0}”, or filter the list.', 'conohaImages.pageSize'),
      };
    case 'notIdentity':
      return {
        message: l10n.t('{0} is no identity service.', host),
        action: l10n.t('Check the address: the control panel shows that of the Identity API.'),
      };
    case 'identityUnauthorized':
    case 'identityForbidden':
    case 'identityNotAllowed':
      return hiddenText(kind, host);
    case 'noApplicationCredentials':
      return {
        message: l10n.t('{0} speaks Identity v2.0, which has no application credentials.', host),
        action: l10n.t(
          'Sign in with a user name and a password, or use the address of an Identity v3 service.',
        ),
      };
    case 'notJson':
    case 'notImages':
      return {
        message: l10n.t('{0} answered with something else than a list of images.', host),
        action: l10n.t('Check the endpoint: it should be the address of the Compute service.'),
      };
  }
}

function notRemoved({ interrupted, message }: SecretNotRemoved): ErrorText {
  return {
    message: l10n.t('The editor’s secret storage did not delete the token or password.'),
    action: removalAction(interrupted),
    details: l10n.t('The storage says: “{0}”', foreignWords(message, LONGEST_WORDS)),
  };
}

function removalAction(interrupted: SecretNotRemoved['interrupted']): string {
  switch (interrupted) {
    case 'signOut':
      return l10n.t(
        'The account is signed out. Unlock the keyring, then remove it or sign in and out once more.',
      );
    case 'remove':
      return l10n.t('The account stays, signed out. Unlock the keyring, then remove it once more.');
    case 'removeUnread':
      return l10n.t('Unlock the keyring and reload the window.');
  }
}

function canceled(): ErrorText {
  return {
    message: l10n.t('Loading was canceled.'),
    action: l10n.t('Refresh to load the images.'),
    details: '',
  };
}

function waitAction(seconds: number | undefined): string {
  return seconds === undefined
    ? l10n.t('Wait a moment, then try again.')
    : l10n.t('Wait {0}, then try again.', formatSeconds(seconds, env.language));
}

function detailsOf({ serverMessage, requestId }: ApiErrorDetails): string {
  return [
    serverMessage === undefined
      ? ''
      : l10n.t('The server says: “{0}”', foreignWords(serverMessage, LONGEST_WORDS)),
    requestId === undefined ? '' : l10n.t('Request ID: {0}', foreignWords(requestId)),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function unexpected(error: unknown): ErrorText {
  return {
    message: l10n.t(
      'Something unexpected happened: {0}',
      foreignWords(error instanceof Error ? error.message : String(error), LONGEST_WORDS),
    ),
    action: l10n.t('Try again.'),
    details: '',
  };
}
