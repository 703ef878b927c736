import { l10n } from 'vscode';
import type { AddressFailure, NoService } from '../auth/connect';
import { addressFailureText } from './describeEndpoint';
import type { SignInBox } from './describeSignInError';
import { foreignWords } from './foreignText';

/** Why the service catalogue has no address that can be used, and what it has. */
export function noServiceText(choice: NoService): string {
  switch (choice.problem) {
    case 'noService':
      return l10n.t(
        'The service catalog has neither an Image nor a Compute service. Enter the URL of one, or choose another project.',
      );
    case 'otherRegions':
      return l10n.t('The region was not found. Regions of this cloud: {0}', listed(choice.regions));
    case 'otherInterfaces':
      return l10n.t(
        'The service catalog has no Image or Compute URL for this interface. It has: {0}',
        listed(choice.endpoints.map((endpoint) => `${endpoint.interface} ${endpoint.url}`)),
      );
    case 'onlyHttp':
      return l10n.t(
        'All Image and Compute URLs in the service catalog are http: {0} Over http, anyone on the network could read your token. Enter an https URL.',
        listed(choice.endpoints.map(({ url }) => url)),
      );
  }
}

/** Why none of the addresses that may be meant is used. @param box where that is said */
export function addressReasonText(failure: AddressFailure | NoService, box: SignInBox): string {
  return typeof failure === 'object' && 'problem' in failure
    ? noServiceText(failure)
    : addressFailureText(failure, box);
}

/** As many as there is room for. */
function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, 8).map((text) => foreignWords(text));
  return [...shown, ...(texts.length > shown.length ? ['…'] : [])].join(', ');
}
