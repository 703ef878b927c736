import { l10n, QuickPickItemKind } from 'vscode';
import {
  cleanToken,
  CONOHA_REGIONS,
  conohaEndpoint,
  parseCurl,
  parseEndpoint,
  type Endpoint,
  type EndpointProblem,
} from '../../api/endpoint';
import { plainLabel } from '../../text/plainLabel';
import { askValue, type ValueItem } from '../ask';
import type { Position } from './steps';

/** Another way to sign in, offered beside the endpoints. */
export interface OtherWay {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

export interface GivenEndpoint {
  /** As typed, to stand there again. */
  readonly text: string;
  readonly endpoint: Endpoint;
  /** The token of a pasted command. */
  readonly token: string | undefined;
}

/**
 * Asks for the endpoint of the Compute service, or for another way to sign in. A pasted `curl` command is replaced by
 * its endpoint at once, so that the token does not stand there; it is handed on beside it.
 */
export async function askEndpoint(
  title: string,
  present: string | undefined,
  position: Position,
  ways: readonly OtherWay[],
): Promise<GivenEndpoint | OtherWay | 'back' | undefined> {
  let token: string | undefined;
  const answer = await askValue({
    ...position,
    title,
    placeholder: l10n.t('Endpoint of the Compute API, or the curl command of the API documentation'),
    present,
    items: [...endpointItems(), ...wayItems(ways)],
    other: typedEndpoint,
    accepts: (text) => {
      const parsed = parseEndpoint(text);
      const isWay = ways.some(({ id }) => id === text);
      return isWay || typeof parsed !== 'string' ? undefined : problemText(parsed);
    },
    onType: (pick, typed) => {
      const pasted = parseCurl(typed);
      if (pasted === undefined) return;
      token = pasted.token === undefined ? undefined : cleanToken(pasted.token);
      pick.value = pasted.endpoint;
    },
  });
  if (answer === undefined || answer === 'back') return answer;
  const endpoint = parseEndpoint(answer.text);
  const way = ways.find(({ id }) => id === answer.text);
  return way ?? (typeof endpoint === 'string' ? undefined : { text: answer.text, endpoint, token });
}

function endpointItems(): readonly ValueItem[] {
  return CONOHA_REGIONS.map((region) => ({
    label: conohaEndpoint(region),
    description: l10n.t('ConoHa {0}', region),
    value: conohaEndpoint(region),
  }));
}

function wayItems(ways: readonly OtherWay[]): readonly ValueItem[] {
  if (ways.length === 0) return [];
  return [
    { label: l10n.t('Other ways to sign in'), kind: QuickPickItemKind.Separator, value: '' },
    ...ways.map(({ id, label, description }) => ({ label, description, value: id })),
  ];
}

/** The item for an address that is not listed, with what is wrong with it. */
export function typedEndpoint(typed: string): ValueItem {
  const parsed = parseEndpoint(typed);
  const description = typeof parsed === 'string' ? problemText(parsed) : l10n.t('Use this address');
  return { label: plainLabel(typed), description, value: typed, alwaysShow: true };
}

export function problemText(problem: EndpointProblem): string {
  switch (problem) {
    case 'notAnAddress':
      return l10n.t('This is no web address.');
    case 'notHttps':
      return l10n.t('Only https is accepted: with http, everybody on the way could read the token.');
    case 'credentials':
      return l10n.t('Leave the user name and the password out of the address.');
  }
}
