import { l10n } from 'vscode';
import type { ImagesService } from '../api/images/imagesService';
import type { AddressFailure, NoService } from '../auth/connect';
import { addressFailureText } from './describeEndpoint';
import type { SignInBox } from './describeSignInError';
import { foreignWords } from './foreignText';
import { listedText } from './punctuation';

/** Why the service catalogue has no address that can be used, and what it has. @param only the one service that was looked for */
export function noServiceText(choice: NoService, only?: ImagesService): string {
  switch (choice.problem) {
    case 'noService':
      if (only !== undefined)
        return l10n.t('The service catalog has no {0} service. Enter its URL.', serviceWord(only));
      return l10n.t(
        'The service catalog has neither an Image nor a Compute service. Enter the URL of one, or choose another project.',
      );
    case 'otherRegions':
      return l10n.t('The region was not found. Regions of this cloud: {0}', listed(choice.regions));
    case 'otherInterfaces':
      return otherInterfacesText(
        listed(choice.endpoints.map((endpoint) => `${endpoint.interface} ${endpoint.url}`)),
        only,
      );
    case 'onlyHttp':
      return onlyHttpText(listed(choice.endpoints.map(({ url }) => url)), only);
  }
}

function otherInterfacesText(endpoints: string, only: ImagesService | undefined): string {
  return only === undefined
    ? l10n.t('The service catalog has no Image or Compute URL for this interface. It has: {0}', endpoints)
    : l10n.t(
        'The service catalog has no {0} URL for this interface. It has: {1}',
        serviceWord(only),
        endpoints,
      );
}

function onlyHttpText(urls: string, only: ImagesService | undefined): string {
  return only === undefined
    ? l10n.t(
        'All Image and Compute URLs in the service catalog are http ({0}). Over http, anyone on the network could read your token. Enter an https URL.',
        urls,
      )
    : l10n.t(
        'All {0} URLs in the service catalog are http ({1}). Over http, anyone on the network could read your token. Enter an https URL.',
        serviceWord(only),
        urls,
      );
}

function serviceWord(service: ImagesService): string {
  return service === 'image' ? 'Image' : 'Compute';
}

/** Why none of the addresses that may be meant is used. @param box where that is said @param only as for `noServiceText` */
export function addressReasonText(
  failure: AddressFailure | NoService,
  box: SignInBox,
  only?: ImagesService,
): string {
  return typeof failure === 'object' && 'problem' in failure
    ? noServiceText(failure, only)
    : addressFailureText(failure, box);
}

/** As many as there is room for. */
function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, 8).map((text) => foreignWords(text));
  return listedText([...shown, ...(texts.length > shown.length ? ['…'] : [])]);
}
