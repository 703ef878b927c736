import { l10n } from 'vscode';
import { ApiError } from '../api/apiError';
import type { EndpointProblem, TenantProblem } from '../api/endpoint';
import type { Service } from '../api/serviceOfAddress';
import { LONGEST } from '../base/longest';
import { errorSentence } from './describeError';
import { tooLongText } from './describeLength';
import { plainLabel } from './plainLabel';

/** Why an address cannot be used. @param problem `lacksTenant`: something in it stands for a tenant nobody knows */
export function endpointProblemText(problem: EndpointProblem | 'lacksTenant'): string {
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
    case 'lacksTenant':
      return l10n.t('Replace the placeholder in the URL with the tenant ID.');
  }
}

/** An address of another service than the one that is asked for. */
export function otherServiceText(service: Service): string {
  switch (service) {
    case 'identity':
      return l10n.t(
        'This is an Identity URL. Enter a Compute endpoint, or sign in with a user name and password.',
      );
    case 'compute':
      return l10n.t('This is a Compute endpoint. Enter an Identity URL.');
    case 'image':
      return l10n.t('This is an Image service URL. Enter an Identity URL.');
  }
}

/** @param tenant what was typed: one with a placeholder is short */
export function tenantProblemText(problem: TenantProblem, tenant: string): string {
  switch (problem) {
    case 'notOneWord':
      return l10n.t('A tenant ID has no spaces or slashes.');
    case 'placeholder':
      return l10n.t('{0} is a placeholder. Enter the tenant ID.', plainLabel(tenant));
    case 'tooLong':
      return tooLongText(LONGEST.tenant);
  }
}

/** Why the images cannot be had at an address. */
export function addressFailureText(failure: ApiError | EndpointProblem | 'lacksTenant'): string {
  if (!(failure instanceof ApiError)) return endpointProblemText(failure);
  if (failure.kind !== 'notFound') return errorSentence(failure);
  return l10n.t('The service at {0} lists no images (404). Enter another endpoint.', failure.details.host);
}
