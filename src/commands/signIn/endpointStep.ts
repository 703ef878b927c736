import { l10n, QuickPickItemKind } from 'vscode';
import type { CurlProblem, CurlRequest, CurlToken } from '../../api/curl/curlRequest';
import { readCurl } from '../../api/curl/readCurl';
import { CONOHA_REGIONS, conohaEndpoint, parseEndpoint, type Endpoint } from '../../api/endpoint';
import { LONGEST } from '../../api/longest';
import { curlProblemText } from '../../text/describeCurl';
import { endpointProblemText } from '../../text/describeEndpoint';
import { plainLabel } from '../../text/plainLabel';
import { askValue, problemItem, type ValueItem } from '../ask';
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
  /** The address, to stand there again. */
  readonly text: string;
  readonly endpoint: Endpoint;
  /** What the command that it came in says of the token. */
  readonly token: CurlToken;
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
  const paste = new Paste(present ?? '');
  const answer = await askValue({
    ...position,
    title,
    placeholder: l10n.t('Endpoint of the Compute API, or the curl command of the API documentation'),
    present,
    items: [...again.map(wayItem), ...endpointItems(), ...otherItems(others)],
    other: { longest: LONGEST.command, item: typedItem },
    accepts: (text) => (ways.some(({ id }) => id === text) ? undefined : requestProblem(requestOf(text))),
    onType: (pick, typed) => {
      const shown = paste.shown(typed);
      if (shown !== typed) pick.value = shown;
    },
  });
  if (answer === undefined || answer === 'back') return answer;
  return ways.find(({ id }) => id === answer.text) ?? givenEndpoint(answer.text, paste.command);
}

/** More characters than keys and input methods add at once. */
const MOST_TYPED = 8;

/** What is pasted into the box, as against what is typed there letter by letter: that is left alone. */
class Paste {
  /** The last command that was understood. */
  command: CurlRequest | undefined;
  #before: string;

  constructor(before: string) {
    this.#before = before;
  }

  /** What is to stand in the box instead of what was put there: no token. */
  shown(typed: string): string {
    const isPaste = typed.length > this.#before.length + MOST_TYPED;
    this.#before = typed;
    const command = isPaste ? readCurl(typed) : undefined;
    if (command === undefined) return typed;
    if ('problem' in command) return typed.replace(/(x-auth-token\s*:\s*)[^\s"'`^\\]+/gi, '$1{token}');
    this.command = command;
    return command.address;
  }
}

/** What was typed: a `curl` command, or an address alone. */
function requestOf(text: string): CurlRequest | CurlProblem {
  return readCurl(text) ?? { address: text, token: { kind: 'none' } };
}

function requestProblem(request: CurlRequest | CurlProblem): string | undefined {
  if ('problem' in request) return curlProblemText(request);
  const parsed = parseEndpoint(request.address);
  return typeof parsed === 'string' ? endpointProblemText(parsed) : undefined;
}

function givenEndpoint(text: string, pasted: CurlRequest | undefined): GivenEndpoint | undefined {
  const request = requestOf(text);
  if ('problem' in request) return undefined;
  const endpoint = parseEndpoint(request.address);
  if (typeof endpoint === 'string') return undefined;
  // A token is for the endpoint that it was pasted with.
  const isPasted = pasted !== undefined && rootOf(pasted.address) === endpoint.root;
  return { text: request.address, endpoint, token: isPasted ? pasted.token : request.token };
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

/** A command is not repeated: a token may stand in it. */
function typedItem(typed: string): ValueItem {
  const command = readCurl(typed);
  if (command === undefined) return typedEndpoint(typed);
  if (!('problem' in command)) return { ...typedEndpoint(command.address), value: typed };
  return problemItem(typed, curlProblemText(command));
}

/** The item for an address that is not listed, with what is wrong with it. */
export function typedEndpoint(typed: string): ValueItem {
  const parsed = parseEndpoint(typed);
  if (parsed === 'tooLong') return problemItem(typed, endpointProblemText(parsed));
  const description = typeof parsed === 'string' ? endpointProblemText(parsed) : l10n.t('Use this address');
  return { label: plainLabel(typed), description, value: typed, alwaysShow: true };
}
