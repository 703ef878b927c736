import { l10n } from 'vscode';
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
import { askValue } from '../ask';
import type { Position } from './steps';

export interface GivenEndpoint {
  /** As typed, to stand there again. */
  readonly text: string;
  readonly endpoint: Endpoint;
  /** The token of a pasted command. */
  readonly token: string | undefined;
}

/**
 * Asks for the endpoint of the Compute service. A pasted `curl` command is replaced by its endpoint at once, so that
 * the token does not stand there; it is handed on beside it.
 */
export async function askEndpoint(
  title: string,
  present: string | undefined,
  position: Position,
): Promise<GivenEndpoint | 'back' | undefined> {
  let token: string | undefined;
  let value = present;
  let placeholder = l10n.t('Endpoint of the Compute API, or the curl command of the API documentation');
  for (;;) {
    const answer = await askValue({
      ...position,
      title,
      placeholder,
      present: value,
      items: CONOHA_REGIONS.map((region) => ({
        label: conohaEndpoint(region),
        description: l10n.t('ConoHa {0}', region),
        value: conohaEndpoint(region),
      })),
      other: (typed) => {
        const parsed = parseEndpoint(typed);
        const description = typeof parsed === 'string' ? problemText(parsed) : l10n.t('Use this endpoint');
        return { label: plainLabel(typed), description, value: typed, alwaysShow: true };
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
    if (typeof endpoint !== 'string') return { text: answer.text, endpoint, token };
    value = answer.text;
    placeholder = problemText(endpoint);
  }
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
