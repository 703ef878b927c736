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

export interface OtherWays {
  /** To accounts that were signed out of. */
  readonly again: readonly OtherWay[];
  readonly others: readonly OtherWay[];
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
  { again, others }: OtherWays,
): Promise<GivenEndpoint | OtherWay | 'back' | undefined> {
  const ways = [...again, ...others];
  let pasted: { readonly token: string | undefined; readonly root: string } | undefined;
  const answer = await askValue({
    ...position,
    title,
    placeholder: l10n.t('Endpoint of the Compute API, or the curl command of the API documentation'),
    present,
    items: [...again.map(wayItem), ...endpointItems(), ...otherItems(others)],
    other: typedEndpoint,
    accepts: (text) => {
      const parsed = parseEndpoint(text);
      const isWay = ways.some(({ id }) => id === text);
      return isWay || typeof parsed !== 'string' ? undefined : problemText(parsed);
    },
    onType: (pick, typed) => {
      const command = parseCurl(typed);
      if (command === undefined) return;
      const token = command.token === undefined ? undefined : cleanToken(command.token);
      pasted = { token, root: rootOf(command.endpoint) };
      pick.value = command.endpoint;
    },
  });
  if (answer === undefined || answer === 'back') return answer;
  const way = ways.find(({ id }) => id === answer.text);
  if (way !== undefined) return way;
  const endpoint = parseEndpoint(answer.text);
  if (typeof endpoint === 'string') return undefined;
  // A token is for the endpoint that it was pasted with.
  const token = pasted?.root === endpoint.root ? pasted.token : undefined;
  return { text: answer.text, endpoint, token };
}

function rootOf(address: string): string {
  const endpoint = parseEndpoint(address);
  return typeof endpoint === 'string' ? '' : endpoint.root;
}

function endpointItems(): readonly ValueItem[] {
  return CONOHA_REGIONS.map((region) => ({
    label: conohaEndpoint(region),
    description: l10n.t('ConoHa {0}', region),
    value: conohaEndpoint(region),
  }));
}

function otherItems(ways: readonly OtherWay[]): readonly ValueItem[] {
  const heading = l10n.t('Other ways to sign in');
  return [{ label: heading, kind: QuickPickItemKind.Separator, value: '' }, ...ways.map(wayItem)];
}

function wayItem({ id, label, description }: OtherWay): ValueItem {
  return { label: plainLabel(label), description: plainLabel(description), value: id };
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
