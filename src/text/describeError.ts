import { env, l10n } from 'vscode';
import { ApiError, type ApiErrorDetails, type ApiErrorKind } from '../api/apiError';
import { SecretNotRemoved } from '../auth/secretNotRemoved';
import { Canceled } from '../base/canceled';
import { connectionText, type FailureText } from './describeConnection';
import { formatSeconds } from '../base/format';
import { isConohaHost } from '../conoha';
import { foreignWords } from './foreignText';
import { hiddenText, IDENTITY_ADVICE, identityAddressAdvice, noIdentityText } from './describeIdentity';
import { paragraph } from './paragraph';

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
  return paragraph([message, action, details]);
}

function messageAndAction({ kind, details }: ApiError): FailureText {
  const advice = details.service === 'identity' ? IDENTITY_ADVICE[kind]?.(details.host) : undefined;
  const text = textOfKind(kind, details);
  return advice === undefined ? text : { ...text, action: advice };
}

function textOfKind(kind: ApiErrorKind, details: ApiErrorDetails): FailureText {
  const { host } = details;
  const status = String(details.status ?? '');
  switch (kind) {
    case 'unauthorized':
      return {
        message: l10n.t('Token not accepted (401).'),
        action:
          details.service === 'image'
            ? l10n.t(
                'It is invalid or expired, or the identity service is unavailable. Refresh to retry, or sign in with a new token.',
              )
            : l10n.t('It is invalid or expired. Choose “{0}”.', l10n.t('Update Token…')),
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
        action: isConohaHost(host)
          ? l10n.t('Check them and the tenant. API users are created in the control panel.')
          : l10n.t('Check them, the domain and the project.'),
      };
    case 'forbidden':
      return {
        message: l10n.t('Access denied (403).'),
        action: l10n.t('Check that the token is for this tenant and allows listing images.'),
      };
    case 'notFound':
      return {
        message: l10n.t('Not found on {0} (404).', host),
        action: isConohaHost(host)
          ? l10n.t('Check the endpoint and the tenant ID. The control panel shows both.')
          : l10n.t('Check the endpoint and the project ID.'),
      };
    case 'badRequest':
      return {
        message: l10n.t('Request not accepted ({0}).', status),
        action: l10n.t('Check that the token is for the endpoint’s tenant, and check the filter.'),
      };
    case 'rateLimited':
      return {
        message: l10n.t('Too many requests ({0}).', status),
        action: waitAction(details.retryAfter),
      };
    case 'server':
      return {
        message: l10n.t('{0} returned an error ({1}).', host, status),
        action: l10n.t('Try again in a moment. If it persists, contact support with the request ID.'),
      };
    case 'redirect':
      return {
        message: l10n.t('{0} redirects to another URL: {1}', host, foreignWords(details.location ?? '?')),
        action: l10n.t(
          'Redirects are not followed, to keep your token safe. If you trust that URL, sign in with it as the endpoint.',
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
        message: l10n.t('The request to {0} could not be sent ({1}).', host, details.code ?? '?'),
        action: l10n.t('Check the token and the URL for invalid characters.'),
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
        message: l10n.t('The connection to {0} was interrupted.', host),
        action: l10n.t('Try again.'),
      };
    case 'tooLarge':
      return {
        message: l10n.t('The response from {0} exceeds 64 MiB and was not read.', host),
        action: l10n.t('Set a smaller page size in “{0}”, or filter the list.', 'conohaImages.pageSize'),
      };
    case 'notIdentity':
      return {
        message: l10n.t('{0} is not an Identity service.', host),
        action: details.instead === undefined ? identityAddressAdvice(host) : noIdentityText(details.instead),
      };
    case 'identityUnauthorized':
    case 'identityForbidden':
    case 'identityNotAllowed':
      return hiddenText(kind, host);
    case 'noApplicationCredentials':
      return {
        message: l10n.t('Application credentials need Identity v3; {0} is v2.0.', host),
        action: l10n.t('Sign in with a user name and password, or enter an Identity v3 URL.'),
      };
    case 'noProject':
      return {
        message: l10n.t('{0} issued a token without a project.', host),
        action: l10n.t('Enter a project (tenant) that this user is a member of.'),
      };
    case 'notJson':
    case 'notImages':
      return {
        message: l10n.t('{0} did not return an image list.', host),
        action:
          details.service === 'image'
            ? l10n.t('Check that this is the endpoint of the image service.')
            : l10n.t('Check that this is the Compute endpoint.'),
      };
  }
}

function notRemoved({ interrupted, message }: SecretNotRemoved): ErrorText {
  return {
    message: l10n.t('The editor’s secret storage did not delete the token or password.'),
    action: removalAction(interrupted),
    details: l10n.t('Secret storage: “{0}”', foreignWords(message, LONGEST_WORDS)),
  };
}

function removalAction(interrupted: SecretNotRemoved['interrupted']): string {
  switch (interrupted) {
    case 'signOut':
      return l10n.t(
        'The account is signed out. Unlock the keyring, then remove it, or sign in and out again.',
      );
    case 'remove':
      return l10n.t('The account is signed out but not removed. Unlock the keyring, then remove it again.');
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
  return paragraph([
    serverMessage === undefined ? '' : l10n.t('Response: “{0}”', foreignWords(serverMessage, LONGEST_WORDS)),
    requestId === undefined ? '' : l10n.t('Request ID: {0}', foreignWords(requestId)),
  ]);
}

function unexpected(error: unknown): ErrorText {
  return {
    message: l10n.t(
      'Unexpected error: {0}',
      foreignWords(error instanceof Error ? error.message : String(error), LONGEST_WORDS),
    ),
    action: l10n.t('Try again.'),
    details: '',
  };
}
