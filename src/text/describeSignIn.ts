import { l10n } from 'vscode';
import type { Pasted } from '../api/pasted/readPasted';
import { CONOHA_3_REGION, type ConohaPlace } from '../conoha';
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

/**
 * `VPS 2.0 (tyo1)`; `VPS 3.0`, which has one region. The editor sorts rows by what it finds in their labels, the shorter
 * first, and leaves them as they were for what it finds behind them: so the newest generation stands first either way.
 */
export function placeLabel({ generation, region }: ConohaPlace): string {
  const vps = `VPS ${generation}`;
  return region === CONOHA_3_REGION ? vps : bracketedText(vps, region);
}

/** `Tokyo · https://identity.tyo1.conoha.io/v2.0`. */
export function placeDescription({ city, identity }: ConohaPlace): string {
  return `${cityName(city)} · ${identity.address}`;
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
