import { l10n } from 'vscode';
import type { Pasted } from '../api/pasted/readPasted';
import type { ConohaPlace } from '../conoha';
import { bracketedText } from './punctuation';

/** What was pasted, and can be used. */
export type Usable = Exclude<Pasted, { readonly problem: unknown }>;

/** What is done with what was pasted. */
export function pastedLabel(pasted: Usable): string {
  switch (pasted.kind) {
    case 'curl':
      return l10n.t('Use this command');
    case 'endpoint':
      return l10n.t('Use this endpoint');
    case 'identity':
      return l10n.t('Sign in at this Identity API');
    case 'openrc':
      return l10n.t('Sign in with this openrc');
    case 'token':
    case 'bareToken':
      return l10n.t('Use this token');
  }
}

/** `VPS 3.0 Tokyo (c3j1)`. */
export function placeLabel({ generation, city, region }: ConohaPlace): string {
  return bracketedText(`VPS ${generation} ${cityName(city)}`, region);
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
