import { l10n } from 'vscode';
import type { Pasted } from '../api/pasted/readPasted';
import type { ConohaPlace } from '../conoha';

/** What was pasted, and can be used. */
type Usable = Exclude<Pasted, { readonly problem: unknown }>;

/** What is done with what was pasted, and where: an address, which may hold secrets. */
export function pastedWords(pasted: Usable): { readonly label: string; readonly place: string } {
  switch (pasted.kind) {
    case 'curl':
      return { label: l10n.t('Use this command'), place: pasted.request.address };
    case 'endpoint':
      return { label: l10n.t('Use this endpoint'), place: pasted.address };
    case 'identity':
      return { label: l10n.t('Sign in at this Identity API'), place: pasted.address };
    case 'openrc':
      return { label: l10n.t('Sign in with this openrc'), place: pasted.openrc.variables.OS_AUTH_URL ?? '' };
    case 'token':
      return { label: l10n.t('Use this token'), place: pasted.project?.name ?? '' };
  }
}

/** `VPS 3.0 Tokyo (c3j1)`. */
export function placeLabel({ generation, city, region }: ConohaPlace): string {
  return `VPS ${generation} ${cityName(city)} (${region})`;
}

function cityName(city: ConohaPlace['city']): string {
  switch (city) {
    case 'Tokyo':
      return l10n.t('Tokyo');
    case 'Singapore':
      return l10n.t('Singapore');
    case 'San Jose':
      return l10n.t('San Jose');
  }
}
