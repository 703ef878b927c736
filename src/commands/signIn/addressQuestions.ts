import { l10n } from 'vscode';
import { baseAddress, parseEndpoint } from '../../api/endpoint';
import type { ComputeEndpoint } from '../../api/identity';
import { isVisible } from '../../api/visible';
import { plainLabel } from '../../text/plainLabel';
import { askText, askValue } from '../ask';
import type { AccountContext } from '../context';
import { problemText, typedEndpoint } from './endpointStep';
import type { Obtained } from './obtainToken';
import { proveToken } from './prove';
import type { Position } from './steps';

interface AddressQuestion extends Position {
  readonly title: string;
  /** Proves the address. */
  readonly token: Pick<Obtained, 'token' | 'cacert'>;
}

type ProvedAddress = { readonly base: string } | 'back' | undefined;

/** One of the addresses of the service catalogue, as it stands there, or a typed one. */
export async function pickAddress(
  context: AccountContext,
  question: AddressQuestion,
  candidates: readonly ComputeEndpoint[],
  present: string | undefined,
): Promise<ProvedAddress> {
  const { token, ...place } = question;
  for (let at = present; ;) {
    let problem: string | undefined;
    const answer = await askValue({
      ...place,
      placeholder: l10n.t(
        'The service catalogue names several endpoints for Compute: pick one or type another',
      ),
      present: at,
      items: candidates.map(({ region, url }) => ({
        label: plainLabel(isVisible(region) ? region : url),
        description: plainLabel(url),
        value: url,
      })),
      other: typedEndpoint,
      accepts: async (text, signal) => {
        const parsed = parseEndpoint(text);
        if (typeof parsed === 'string') return problemText(parsed);
        problem = await proveToken(context, addressOf(text), token.token, signal, token.cacert);
        return undefined;
      },
    });
    if (answer === undefined || answer === 'back') return answer;
    at = addressOf(answer.text);
    if (problem === undefined) return { base: at };
    // There is room for the reason above an input box.
    const typed = await askAddress(context, { ...question, back: true }, at, problem);
    if (typed !== 'back') return typed;
  }
}

/** Asks for the address of the images, and proves it. @param problem why the one there cannot be used */
export async function askAddress(
  context: AccountContext,
  { token, ...question }: AddressQuestion,
  value: string,
  problem: string | undefined,
): Promise<ProvedAddress> {
  const answer = await askText({
    ...question,
    placeholder: l10n.t('Address with its version and tenant, such as https://compute.example.com/v2.1'),
    prompt: problem ?? l10n.t('Endpoint of the Compute API'),
    value,
    problem: async (text, signal) => {
      const parsed = parseEndpoint(text);
      if (typeof parsed === 'string') return problemText(parsed);
      return proveToken(context, addressOf(text), token.token, signal, token.cacert);
    },
  });
  return answer === undefined || answer === 'back' ? answer : { base: addressOf(answer.text) };
}

/** An address as typed, with its scheme, and without what stands behind the tenant. */
export function addressOf(text: string): string {
  const endpoint = parseEndpoint(text);
  if (typeof endpoint === 'string') return text.trim();
  return endpoint.version === undefined ? endpoint.root : baseAddress(endpoint, endpoint.tenant ?? '');
}
