import { ApiError } from '../api/apiError';
import { present } from '../base/fields';
import { describeError } from '../text/describeError';
import { bounded } from './imageAnswer';

const NO_SECRETS = 'Never ask for a token or a password in the chat.';

/** The account is signed out, or there is none. @param others whether another account is signed in */
export function signedOutFailure(others: boolean): object {
  const other = others ? ', or “ConoHa Images: Switch Account…”, since another account is signed in' : '';
  return failureOf(
    'signedOut',
    `The user is not signed in to the account whose images are meant. Ask them to run the command “ConoHa Images: Sign In…”${other}; then call the tool again. ${NO_SECRETS}`,
  );
}

/** Nothing could be loaded, and nothing was there. */
export function listFailure(error: unknown): object {
  return {
    ...failureOf(
      'listFailed',
      `The images could not be loaded. Tell the user what failed and what helps. They can try again by the command “ConoHa Images: Refresh”. ${NO_SECRETS}`,
    ),
    failure: failureFacts(error),
  };
}

/** No image has the id. */
export function unknownIdFailure(): object {
  return failureOf(
    'unknownId',
    'No image of this account has that ID, or none that it may see. Do not guess IDs: find images by find_conoha_image, or ask the user.',
  );
}

/** The input is not what the tool takes. @param message says what is */
export function badInputFailure(message: string): object {
  return failureOf('badInput', `${message} Call the tool again with other input.`);
}

/** What failed, in the words of the editor's language, for the user; a service may have written some of them. */
export function failureFacts(error: unknown): object {
  const { message, action, details } = describeError(error);
  return present({
    kind: error instanceof ApiError ? error.kind : undefined,
    status: error instanceof ApiError ? error.details.status : undefined,
    whatHelps: action,
    untrusted: present({ message: bounded(message), details: bounded(details) }),
  });
}

function failureOf(code: string, message: string): object {
  return { error: code, message };
}
