import { l10n } from 'vscode';
import type { ApiErrorKind } from '../api/apiError';
import type { Service } from '../api/serviceOfAddress';
import { isConohaHost } from '../conoha';
import type { FailureText } from './describeConnection';

/** Why the versions of an identity service are not known, in a user's words. */
export function hiddenText(
  kind: 'identityUnauthorized' | 'identityForbidden' | 'identityNotAllowed',
  host: string,
): FailureText {
  const withVersion = l10n.t('Enter the Identity URL with its version, such as {0}.', `https://${host}/v3`);
  switch (kind) {
    case 'identityUnauthorized':
      return {
        message: l10n.t('{0} shows its versions only after signing in (401).', host),
        action: withVersion,
      };
    case 'identityForbidden':
      return {
        message: l10n.t('{0} denied access (403), before anything was sent.', host),
        action: l10n.t('Check the URL, and that your network is allowed to use it.'),
      };
    case 'identityNotAllowed':
      return { message: l10n.t('{0} does not show its versions (405).', host), action: withVersion };
  }
}

/** An address of another service where one of Identity is asked for. */
export function noIdentityText(service: Exclude<Service, 'identity'>): string {
  switch (service) {
    case 'compute':
      return l10n.t('This is a Compute endpoint. Enter an Identity URL.');
    case 'image':
      return l10n.t('This is an Image service URL. Enter an Identity URL.');
    case 'other':
      return l10n.t(
        'This URL is of another service, such as Block Storage or Network. Enter an Identity URL.',
      );
  }
}

/** Where the right address is to be found. */
export function identityAddressAdvice(host: string): string {
  return isConohaHost(host)
    ? l10n.t('Check the URL. The control panel shows the Identity URL.')
    : l10n.t('Check the URL. It should be the Identity URL.');
}

/** What can be done about a failure of an identity service, where that is something else than of an images service. */
export const IDENTITY_ADVICE: Readonly<Partial<Record<ApiErrorKind, (host: string) => string>>> = {
  badRequest: () => l10n.t('Check user, domain and project.'),
  forbidden: () => l10n.t('Check that this user may sign in to this project.'),
  redirect: () =>
    l10n.t(
      'Redirects are not followed, to keep your password safe. If you trust that URL, use it as the Identity URL.',
    ),
  notSendable: () => l10n.t('Check the URL for invalid characters.'),
  notFound: identityAddressAdvice,
  tooLarge: identityAddressAdvice,
};
