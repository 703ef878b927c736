import { l10n } from 'vscode';
import type { ApiError, ApiErrorKind } from '../api/apiError';
import { describeError } from './describeError';
import { paragraph } from './paragraph';

/** The box that a failure of signing in is said in: advice is about what can be entered there. */
export type SignInBox =
  /** For an endpoint, where the token was issued just now. */
  | 'endpoint'
  /** For an endpoint, where the token was pasted or stands in a file: it may have ended. */
  | 'endpointOfGiven'
  /** For a token. */
  | 'token'
  /** For the password or secret of an account, of which all else stays. */
  | 'password';

/** Why a token could not be obtained or proved, and what helps where that is said. */
export function signInFailureText(failure: ApiError, box: SignInBox): string {
  const { message, action, details } = describeError(failure);
  const { kind } = failure;
  const isOfIdentity = failure.details.service === 'identity';
  const noList =
    kind === 'notFound' && !isOfIdentity
      ? l10n.t('The service at {0} lists no images (404).', failure.details.host)
      : message;
  const advice = isOfIdentity ? identityAdvice(box, kind) : ADVICE[box][kind]?.();
  const isOfImage = kind === 'unauthorized' && failure.details.service === 'image' && advice !== undefined;
  return paragraph([noList, advice ?? action, isOfImage ? identityMayBeAway() : '', details]);
}

type Advice = Readonly<Partial<Record<ApiErrorKind, () => string>>>;

/** Identity is asked by who signs in: in the other boxes its own advice stands. */
function identityAdvice(box: SignInBox, kind: ApiErrorKind): string | undefined {
  return box === 'password' ? STORED_IDENTITY[kind]?.() : undefined;
}

/** The image service says the same of a good token while the identity service cannot be asked about it. */
const identityMayBeAway = () => l10n.t('Or the identity service is unavailable: then try again later.');

const anotherEndpoint = () => l10n.t('Enter another endpoint.');
const otherSignIn = () => l10n.t('The endpoint may be wrong. If so, sign in with another one.');
const notFollowed = () =>
  paragraph([l10n.t('Redirects are not followed, to keep your token safe.'), otherSignIn()]);
const newAccount = () =>
  l10n.t('If user, project or Identity URL of this account have changed, sign in to a new account.');

const ENDPOINT: Advice = {
  badRequest: () => l10n.t('Check the endpoint and the tenant ID.'),
  notFound: anotherEndpoint,
  redirect: () =>
    l10n.t('Redirects are not followed, to keep your token safe. If you trust that URL, enter it here.'),
  tooLarge: anotherEndpoint,
  notJson: anotherEndpoint,
  notImages: anotherEndpoint,
};

/** Where the endpoint stays as it is. */
const NO_ENDPOINT: Advice = {
  notFound: otherSignIn,
  redirect: notFollowed,
  tooLarge: otherSignIn,
  notJson: otherSignIn,
  notImages: otherSignIn,
};

const ADVICE: Readonly<Record<SignInBox, Advice>> = {
  endpoint: {
    ...ENDPOINT,
    unauthorized: () => l10n.t('Enter an endpoint of the cloud that the token is from.'),
  },
  endpointOfGiven: {
    ...ENDPOINT,
    unauthorized: () =>
      l10n.t(
        'It may be invalid or expired: then sign in with a new one. If it is good, enter an endpoint of the cloud that it is from.',
      ),
  },
  token: {
    ...NO_ENDPOINT,
    unauthorized: () => l10n.t('It is invalid or expired. Paste a new one.'),
    badRequest: () => l10n.t('Check that the token is for the endpoint’s tenant.'),
  },
  password: {
    ...NO_ENDPOINT,
    unauthorized: () =>
      l10n.t(
        'It was issued just now, so the endpoint of this account may be wrong. If so, sign in to a new account.',
      ),
    forbidden: () => l10n.t('Check that this user may list images in this project.'),
    badRequest: otherSignIn,
    notSendable: otherSignIn,
  },
};

/** Where user, project and Identity URL stay as they are. */
const STORED_IDENTITY: Advice = {
  wrongCredentials: () => paragraph([l10n.t('Check the password or secret that you entered.'), newAccount()]),
  badRequest: newAccount,
  redirect: newAccount,
  notSendable: newAccount,
  notFound: newAccount,
  tooLarge: newAccount,
  notIdentity: newAccount,
  identityUnauthorized: newAccount,
  identityForbidden: newAccount,
  identityNotAllowed: newAccount,
  noApplicationCredentials: newAccount,
  noProject: newAccount,
};
