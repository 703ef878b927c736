import { l10n } from 'vscode';
import { ApiError } from '../api/apiError';
import type { TenantProblem } from '../api/endpoint';
import type { ImagesEndpointProblem } from '../api/images/imagesEndpoint';
import * as LONGEST from '../base/longestText';
import { signInFailureText, type SignInBox } from './describeSignInError';
import { tooLongText } from './describeLength';
import { plainLabel } from './plainLabel';

/** Why an address cannot be used. @param problem `lacksTenant`: something in it stands for a tenant nobody knows */
export function endpointProblemText(problem: ImagesEndpointProblem | 'lacksTenant'): string {
  switch (problem) {
    case 'notAnAddress':
      return l10n.t('Not a valid URL.');
    case 'noHost':
      return l10n.t(
        'Enter a whole URL, such as https://cloud.example.com. A token or password does not belong here.',
      );
    case 'notHttps':
      return l10n.t('Use https. Over http, anyone on the network could read your token.');
    case 'credentials':
      return l10n.t('Remove the user name and password from the URL.');
    case 'tooLong':
      return tooLongText(LONGEST.address);
    case 'otherPlaceholder':
      return l10n.t('Only a placeholder for the tenant or project is filled in. Replace this one.');
    case 'lacksTenant':
      return l10n.t('Replace the placeholder in the URL with the tenant ID.');
    case 'ofIdentity':
      return l10n.t(
        'This is an Identity URL. Enter an Image or Compute endpoint, or sign in with a user name and password.',
      );
    case 'ofOther':
      return l10n.t(
        'This URL is of another service, such as Block Storage or Network. Enter an Image or Compute endpoint, such as {0}.',
        ENDPOINT_EXAMPLE,
      );
    case 'otherVersion':
      return l10n.t(
        'Image and Compute have no such version. Enter an endpoint of one of them, such as {0}.',
        ENDPOINT_EXAMPLE,
      );
  }
}

/** What an endpoint of a service of images looks like. */
export const ENDPOINT_EXAMPLE = 'https://image.example.com/v2';

/** @param tenant what was typed: one with a placeholder is short */
export function tenantProblemText(problem: TenantProblem, tenant: string): string {
  switch (problem) {
    case 'notOneWord':
      return l10n.t('A tenant ID has no spaces or slashes.');
    case 'placeholder':
      return l10n.t('{0} is a placeholder. Enter the tenant ID.', plainLabel(tenant));
    case 'tooLong':
      return tooLongText(LONGEST.tenant);
    case 'notConohaId':
      return l10n.t('A tenant ID of ConoHa has 32 characters, 0–9 and a–f. This may be the tenant name.');
  }
}

/** Why the images cannot be had at an address. @param box where that is said */
export function addressFailureText(
  failure: ApiError | ImagesEndpointProblem | 'lacksTenant',
  box: SignInBox,
): string {
  return failure instanceof ApiError ? signInFailureText(failure, box) : endpointProblemText(failure);
}
