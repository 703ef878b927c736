import { l10n } from 'vscode';
import { hostOfAddress } from '../api/hostOfAddress';
import { maskSecrets } from '../api/pasted/secretText';
import type { UsableCloud } from '../auth/clouds/cloud';
import { overridesOf } from '../auth/clouds/wantedServices';
import { cloudNameText } from './describeCloud';
import { foreignText } from './foreignText';

/** What is asked before anything of a cloud is sent, and below that what goes where, and by what that is trusted. */
export interface PlaceQuestion {
  readonly message: string;
  readonly detail: string;
}

/** The cloud may be anybody's: hosts stand there as they are asked, whole, and before all else. */
export function placeQuestion(cloud: UsableCloud): PlaceQuestion {
  const { authUrl, trust } = cloud;
  const { cacert, clientCertificate } = trust;
  const kind = 'who' in cloud ? cloud.who.kind : cloud.credential.kind;
  const details = [
    credentialText(kind),
    ...overridesOf(cloud).map((override) => l10n.t('The token will be sent to {0}.', hostText(override))),
    ...(cacert === undefined ? [] : [l10n.t('Its certificate may be one of {0}.', foreignText(cacert))]),
    ...(clientCertificate === undefined
      ? []
      : [l10n.t('It is shown the certificate {0}.', foreignText(clientCertificate.cert))]),
  ];
  const message =
    kind === 'token'
      ? l10n.t('Use the token of “{0}”?', cloudNameText(cloud.name))
      : l10n.t('Sign in to {0}?', hostText(authUrl));
  return { message, detail: details.join('\n') };
}

function credentialText(kind: 'password' | 'applicationCredential' | 'token'): string {
  switch (kind) {
    case 'password':
      return l10n.t('The password will be sent there.');
    case 'applicationCredential':
      return l10n.t('The secret of the application credential will be sent there.');
    case 'token':
      return l10n.t('It will be sent only to the endpoint that you confirm next.');
  }
}

/** The host of an address, in Punycode and never cut; the text itself where it is no address. */
export function hostText(address: string): string {
  return hostOfAddress(address) ?? foreignText(address);
}

/** An address as it stands there, without secrets; as it is asked where its host reads otherwise then. */
export function addressText(address: string): string {
  const host = hostOfAddress(address);
  const written = /^(?:[a-z]+:\/\/)?([^/?#]*)/i.exec(address.trim())?.[1];
  const { text } = maskSecrets(address);
  return host === undefined || written?.toLowerCase() === host ? text : `${host} · ${text}`;
}
