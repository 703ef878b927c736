import { l10n, QuickPickItemKind } from 'vscode';
import type { CurlProblem, CurlRequest, CurlToken } from '../../api/pasted/curl/curlRequest';
import { parseEndpoint, type Endpoint } from '../../api/endpoint';
import { serviceOfAddress } from '../../api/serviceOfAddress';
import { CONOHA_REGIONS, conohaCompute } from '../../conoha';
import { LONGEST } from '../../base/longest';
import { maskSecrets } from '../../api/pasted/secretText';
import { curlProblemText } from '../../text/describeCurl';
import { endpointProblemText, otherServiceText } from '../../text/describeEndpoint';
import { plainLabel } from '../../text/plainLabel';
import { askValue, problemItem, type ValueItem } from '../ask';
import { PastedCommand } from './pastedCommand';
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
  const pasted = new PastedCommand(present ?? '');
  const answer = await askValue({
    ...position,
    title,
    placeholder: l10n.t('Endpoint of the Compute API, or the curl command of the API documentation'),
    present,
    items: [...again.map(wayItem), ...endpointItems(), ...otherItems(others)],
    other: { longest: LONGEST.command, item: (typed) => typedItem(typed, pasted.requestOf(typed)) },
    accepts: (text) =>
      ways.some(({ id }) => id === text) ? undefined : requestProblem(pasted.requestOf(text)),
    onType: (pick, typed) => {
      const shown = pasted.shown(typed);
      if (shown !== typed) pick.value = shown;
    },
  });
  if (answer === undefined || answer === 'back') return answer;
  return ways.find(({ id }) => id === answer.text) ?? givenEndpoint(pasted.requestOf(answer.text));
}

function requestProblem(request: CurlRequest | CurlProblem): string | undefined {
  if ('problem' in request) return curlProblemText(request, 'endpoint');
  const parsed = parseEndpoint(request.address);
  if (typeof parsed === 'string') return endpointProblemText(parsed);
  const service = serviceOfAddress(request.address);
  return service === 'identity' ? otherServiceText(service) : undefined;
}

function givenEndpoint(request: CurlRequest | CurlProblem): GivenEndpoint | undefined {
  if ('problem' in request) return undefined;
  const endpoint = parseEndpoint(request.address);
  return typeof endpoint === 'string' ? undefined : { text: request.address, endpoint, token: request.token };
}

function endpointItems(): readonly ValueItem[] {
  return CONOHA_REGIONS.map((region) => ({
    label: conohaCompute(region),
    description: l10n.t('ConoHa {0}', region),
    value: conohaCompute(region),
  }));
}

function otherItems(ways: readonly OtherWay[]): readonly ValueItem[] {
  const heading = l10n.t('Other ways to sign in');
  return [{ label: heading, kind: QuickPickItemKind.Separator, value: '' }, ...ways.map(wayItem)];
}

function wayItem({ id, label, description }: OtherWay): ValueItem {
  return { label: plainLabel(label), description: plainLabel(description), value: id };
}

/** What stands for a typed text: the endpoint that it is read as, or why it is not. */
function typedItem(typed: string, request: CurlRequest | CurlProblem): ValueItem {
  return 'problem' in request
    ? problemItem(typed, curlProblemText(request, 'endpoint'))
    : { ...typedEndpoint(request.address), value: typed };
}

/** The item for an address that is not listed, with what is wrong with it. */
export function typedEndpoint(typed: string): ValueItem {
  const parsed = parseEndpoint(typed);
  if (parsed === 'tooLong') return problemItem(typed, endpointProblemText(parsed));
  const description = typeof parsed === 'string' ? endpointProblemText(parsed) : l10n.t('Use this address');
  return { label: plainLabel(maskSecrets(typed).text), description, value: typed, alwaysShow: true };
}
