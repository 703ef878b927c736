import { l10n } from 'vscode';
import {
  proveAddress,
  type AddressChoice,
  type AddressFailure,
  type AddressToken,
  type Connected,
  type NoCompute,
} from '../../auth/connect';
import { readComputeEndpoint } from '../../api/computeEndpoint';
import type { ComputeEndpoint } from '../../api/identity/issuedToken';
import { isVisible } from '../../base/visible';
import { noComputeText } from '../../text/describeCompute';
import { addressFailureText, COMPUTE_EXAMPLE, endpointProblemText } from '../../text/describeEndpoint';
import { addressText } from '../../text/describePlace';
import { plainLabel } from '../../text/plainLabel';
import type { Answer } from '../ask';
import { askValue } from '../askValue';
import type { AccountContext } from '../context';
import { askAddress } from './askAddress';
import { taken, type Position, type Step } from '../steps';

/** What is known once a user or an application credential has got a token. */
export interface AfterToken {
  readonly connected?: Connected;
  /** The proved address before `/images`. */
  readonly base?: string;
  /** Whether the secret is kept for the next token. */
  readonly renews?: boolean;
}

/** What is left to be asked when there is a token: the address where it is not clear, and whether to stay signed in. */
export function stepsAfterToken<S extends AfterToken>(
  context: AccountContext,
  title: string,
): readonly Step<S>[] {
  return [addressStep(context, title), keepStep(context, title)];
}

function addressStep<S extends AfterToken>(context: AccountContext, title: string): Step<S> {
  return {
    needed: ({ connected }) => connected !== undefined && connected.base === undefined,
    ask: async (known, position) => {
      const { connected, base } = known;
      if (connected === undefined) return known;
      const question = { ...position, title, token: connected.obtained };
      const answer = await askWhere(context, question, connected, base);
      return taken(answer, (proved) => ({ ...known, base: proved }));
    },
  };
}

/** Asks for the address where the service catalogue leaves that open. @param present where one was answered before */
export function askWhere(
  context: AccountContext,
  question: BaseQuestion,
  { candidates, reason, failure }: AddressChoice,
  present: string | undefined,
): Promise<Answer<string>> {
  return candidates.length > 1 || (candidates.length > 0 && reason !== undefined)
    ? pickAddress(context, { ...question, reason }, candidates, present)
    : askBase(context, question, present ?? candidates[0]?.url ?? '', failure ?? reason);
}

function keepStep<S extends AfterToken>(context: AccountContext, title: string): Step<S> {
  return {
    needed: ({ connected }) => connected !== undefined,
    ask: async (known, position) => {
      const { connected, renews } = known;
      let base = known.base ?? connected?.base;
      // Another address leads back to this question.
      for (;;) {
        if (connected === undefined || base === undefined) return known;
        const answer: Answer<'keep' | 'once' | 'address'> = await askValue<'keep' | 'once' | 'address'>({
          ...position,
          title,
          placeholder: l10n.t('Keep you signed in?'),
          hint: l10n.t('Type a part of a row.'),
          present: renews === false ? 'once' : 'keep',
          items: [
            {
              label:
                connected.obtained.method.kind === 'applicationCredential'
                  ? l10n.t('Yes, store the secret securely')
                  : l10n.t('Yes, store my password securely'),
              detail: l10n.t('A new token is requested when the old one expires.'),
              value: 'keep',
            },
            {
              label: l10n.t('No, this token only'),
              detail: l10n.t('You sign in again when it expires.'),
              value: 'once',
            },
            { label: l10n.t('Use another endpoint…'), detail: plainLabel(base), value: 'address' },
          ],
          read: (value) => ({ value }),
        });
        if (answer === 'back') return answer;
        if (answer.value !== 'address') return { ...known, base, renews: answer.value === 'keep' };
        const question = { ...position, title, token: connected.obtained };
        const typed: Answer<string> = await askBase(context, question, base, undefined);
        if (typed !== 'back') base = typed.value;
      }
    },
  };
}

interface BaseQuestion extends Position {
  readonly title: string;
  /** Proves the address. Its project is put where the address has a placeholder for it. */
  readonly token: AddressToken;
}

/** One of the addresses of the service catalogue, as it stands there, or a typed one. @returns the base, proved */
async function pickAddress(
  context: AccountContext,
  question: BaseQuestion & { readonly reason?: NoCompute },
  candidates: readonly ComputeEndpoint[],
  present: string | undefined,
): Promise<Answer<string>> {
  const { token, reason, ...place } = question;
  const listed = candidates.find(({ url }) => url === present);
  const answer = await askAddress<{ readonly base: string } | RefusedAddress>({
    ...place,
    placeholder:
      reason === undefined ? l10n.t('Select an endpoint, or type another one') : noComputeText(reason),
    text: listed === undefined ? present : undefined,
    listed: {
      present: listed?.url,
      hint: l10n.t('Type a part of a row, or enter a Compute endpoint URL.'),
      items: candidates.map(({ region, url }) => ({
        label: plainLabel(isVisible(region) ? region : url),
        description: plainLabel(addressText(url)),
        value: url,
      })),
    },
    read: async (text, signal) => {
      const endpoint = readComputeEndpoint(text);
      const isListed = candidates.some(({ url }) => url === text);
      if (typeof endpoint === 'string' && !isListed) return { problem: endpointProblemText(endpoint) };
      const proof = await proveAddress(context.clients, text, token, signal);
      return { value: 'base' in proof ? proof : { text, ...proof } };
    },
  });
  if (answer === 'back') return answer;
  const { value, text } = answer;
  if ('base' in value) return { value: value.base, text };
  // There is room for the reason above an input box.
  const typed = await askBase(context, question, value.text, value.failure);
  return typed === 'back' ? pickAddress(context, question, candidates, value.text) : typed;
}

interface RefusedAddress {
  readonly text: string;
  readonly failure: AddressFailure;
}

/**
 * Asks for the address of the images, and proves it.
 * @param failure why the one there cannot be used
 * @returns the base
 */
export async function askBase(
  context: AccountContext,
  { token, ...question }: BaseQuestion,
  text: string,
  failure: AddressFailure | NoCompute | undefined,
): Promise<Answer<string>> {
  return askAddress<string>({
    ...question,
    placeholder: l10n.t('Example: {0}', COMPUTE_EXAMPLE),
    prompt: failure === undefined ? l10n.t('Endpoint of the Compute API') : reasonText(failure),
    text,
    read: async (typed, signal) => {
      const endpoint = readComputeEndpoint(typed);
      if (typeof endpoint === 'string') return { problem: endpointProblemText(endpoint) };
      const proof = await proveAddress(context.clients, typed, token, signal);
      return 'base' in proof
        ? { value: proof.base }
        : { problem: addressFailureText(proof.failure, 'endpoint') };
    },
  });
}

function reasonText(failure: AddressFailure | NoCompute): string {
  return typeof failure === 'object' && 'problem' in failure
    ? noComputeText(failure)
    : addressFailureText(failure, 'endpoint');
}
