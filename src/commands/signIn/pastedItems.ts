import { l10n } from 'vscode';
import type { Openrc } from '../../api/pasted/openrc';
import { isAddress, readAddress } from '../../api/pasted/pastedAddress';
import type { Pasted } from '../../api/pasted/readPasted';
import { maskSecrets } from '../../api/pasted/secretText';
import { rowsOfOpenrc, userEnvironment } from './foundClouds';
import { pastedProblemText } from '../../text/describePasted';
import { expiredText } from '../../text/describeToken';
import { pastedWords } from '../../text/describeSignIn';
import { plainLabel } from '../../text/plainLabel';
import { problemItem, type ValueItem } from '../valueItem';

/** The row for what was pasted: what it is taken for, or why it cannot be used. */
export function pastedItem(pasted: Pasted): ValueItem<Pasted> {
  if ('problem' in pasted) return problemItem(pastedProblemText(pasted));
  const { label, place } = pastedWords(pasted);
  const item = { label, description: plainLabel(maskSecrets(place).text), value: pasted, alwaysShow: true };
  switch (pasted.kind) {
    case 'openrc':
      return { ...item, ...aboutOpenrc(pasted.openrc) };
    case 'token':
      return { ...item, detail: expiredText(pasted) };
    case 'curl':
    case 'endpoint':
    case 'identity':
      return item;
  }
}

/** What its rows would say, were it a file: why none of its clouds can be used, or what of them is not honoured. */
function aboutOpenrc(openrc: Openrc): Partial<ValueItem<Pasted>> {
  const rows = rowsOfOpenrc(openrc, userEnvironment());
  const [problem] = rows.map((row) => row.problem);
  if (problem !== undefined && rows.every(({ value }) => value === undefined)) return problemItem(problem);
  return { detail: rows.find(({ value }) => value !== undefined)?.detail };
}

/** The row for an address that is not listed; nothing where the text is none. */
export function typedAddress(typed: string): ValueItem<string> | undefined {
  if (!isAddress(typed)) return undefined;
  const address = readAddress(typed);
  if (address !== undefined && 'problem' in address) return problemItem(pastedProblemText(address));
  const description = plainLabel(maskSecrets(typed).text);
  return { label: l10n.t('Use this address'), description, value: typed, alwaysShow: true };
}

/** For a box that takes no command: what is pasted there by mistake shows its secrets no longer than it has to. */
export function hideSecrets(box: { value: string }, typed: string): void {
  const { text } = maskSecrets(typed);
  if (text !== typed) box.value = text;
}
