import { l10n } from 'vscode';
import type { ApiError, ApiErrorKind } from '../api/apiError';
import { describeError } from './describeError';
import { paragraph } from './paragraph';

/** The box that a failure of signing in is said in: advice is about what can be entered there. */
export type SignInBox = 'endpoint' | 'token';

/** Why a token could not be proved, and what helps where that is said. */
export function signInFailureText(failure: ApiError, box: SignInBox): string {
  const { message, action, details } = describeError(failure);
  const { kind } = failure;
  // No identity service is asked here; where one was, its advice stands.
  const isAboutImages = failure.details.service !== 'identity';
  const noList =
    kind === 'notFound' && isAboutImages
      ? l10n.t('The service at {0} lists no images (404).', failure.details.host)
      : message;
  return paragraph([noList, (isAboutImages ? ADVICE[box][kind]?.() : undefined) ?? action, details]);
}

type Advice = Readonly<Partial<Record<ApiErrorKind, () => string>>>;

const anotherEndpoint = () => l10n.t('Enter another endpoint.');
const otherSignIn = () => l10n.t('The endpoint may be wrong. If so, sign in with another one.');

const ADVICE: Readonly<Record<SignInBox, Advice>> = {
  endpoint: {
    unauthorized: () => l10n.t('Enter an endpoint of the cloud that the token is from.'),
    badRequest: () => l10n.t('Check the endpoint and the tenant ID.'),
    notFound: anotherEndpoint,
    redirect: () =>
      l10n.t('Redirects are not followed, to keep your token safe. If you trust that URL, enter it here.'),
    tooLarge: anotherEndpoint,
    notJson: anotherEndpoint,
    notImages: anotherEndpoint,
  },
  token: {
    unauthorized: () => l10n.t('It is invalid or expired. Paste a new one.'),
    badRequest: () => l10n.t('Check that the token is for the endpoint’s tenant.'),
    notFound: otherSignIn,
    tooLarge: otherSignIn,
    notJson: otherSignIn,
    notImages: otherSignIn,
  },
};
