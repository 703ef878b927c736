import {
  proveAddress,
  type AddressChoice,
  type AddressFailure,
  type AddressToken,
  type Connected,
  type NoCompute,
} from '../../auth/connect';
import type { NewAccount } from '../../auth/accounts';
import { obtainedAccount } from '../../auth/newAccount';
import { readComputeEndpoint, type ComputeProblem } from '../../api/computeEndpoint';
import { parseEndpoint, type Endpoint } from '../../api/endpoint';
import type { ComputeEndpoint } from '../../api/identity/issuedToken';
import { isVisible } from '../../base/visible';
import { addressReasonText, noComputeText } from '../../text/describeCompute';
import { COMPUTE_EXAMPLE } from '../../text/describeEndpoint';
import { addressText } from '../../text/describePlace';
import { plainLabel } from '../../text/plainLabel';
import { addressQuestionTexts } from '../../text/addressQuestionTexts';
import { boxTexts } from '../../text/boxTexts';
import { keepQuestionTexts } from '../../text/keepQuestionTexts';
import type { Answer } from '../ask';
import { askValue } from '../askValue';
import type { AccountContext } from '../context';
import { askAddress } from './askAddress';
import { answeredBefore, taken, type Position, type Step } from '../steps';

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

/** The account that the answers to all of these make. */
export function accountAfterToken({ connected, base, renews }: AfterToken): NewAccount {
  return obtainedAccount(answeredBefore(connected).obtained, answeredBefore(base), answeredBefore(renews));
}

function addressStep<S extends AfterToken>(context: AccountContext, title: string): Step<S> {
  return {
    needed: ({ connected }) => connected !== undefined && connected.base === undefined,
    ask: async (known, position) => {
      const connected = answeredBefore(known.connected);
      const question = questionOf(connected, position, title);
      const answer = await askWhere(context, question, connected, known.base);
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
    ? pickAddress(context, { ...question, candidates, reason }, present)
    : askBase(context, { ...question, candidates }, present ?? candidates[0]?.url, failure ?? reason);
}

function keepStep<S extends AfterToken>(context: AccountContext, title: string): Step<S> {
  return {
    needed: ({ connected }) => connected !== undefined,
    ask: async (known, position) => {
      const connected = answeredBefore(known.connected);
      let base = answeredBefore(known.base ?? connected.base);
      // Another address leads back to this question.
      for (;;) {
        const answer: Answer<'keep' | 'once' | 'address'> = await askValue<'keep' | 'once' | 'address'>({
          ...position,
          title,
          placeholder: keepQuestionTexts.placeholder(),
          hint: boxTexts.narrows(),
          present: known.renews === false ? 'once' : 'keep',
          items: [
            {
              label: keepQuestionTexts.keep(connected.obtained.method.kind),
              detail: keepQuestionTexts.kept(),
              value: 'keep',
            },
            {
              label: keepQuestionTexts.once(),
              detail: keepQuestionTexts.notKept(),
              value: 'once',
            },
            { label: keepQuestionTexts.otherEndpoint(), detail: plainLabel(base), value: 'address' },
          ],
          read: (value) => ({ value }),
        });
        if (answer === 'back') return answer;
        if (answer.value !== 'address') return { ...known, base, renews: answer.value === 'keep' };
        const question = questionOf(connected, position, title);
        const typed: Answer<string> = await askBase(context, question, base, undefined);
        if (typed !== 'back') base = typed.value;
      }
    },
  };
}

function questionOf(connected: Connected, position: Position, title: string): BaseQuestion {
  const { obtained, candidates } = connected;
  return { ...position, title, token: obtained, box: 'endpoint', candidates };
}

interface BaseQuestion extends Position {
  readonly title: string;
  /** Proves the address. Its project is put where the address has a placeholder for it. */
  readonly token: AddressToken;
  /** By where the token is from. */
  readonly box: 'endpoint' | 'endpointOfGiven';
  /** What the service catalogue has, as it stands there. */
  readonly candidates?: readonly ComputeEndpoint[];
}

/** What a service catalogue has for Compute is of Compute, whatever its address looks like. */
function readEndpoint(text: string, candidates: readonly ComputeEndpoint[] = []): Endpoint | ComputeProblem {
  return candidates.some(({ url }) => url === text) ? parseEndpoint(text) : readComputeEndpoint(text);
}

/** One of the addresses of the service catalogue, as it stands there, or a typed one. @returns the base, proved */
async function pickAddress(
  context: AccountContext,
  question: BaseQuestion & { readonly reason?: NoCompute },
  present: string | undefined,
): Promise<Answer<string>> {
  const { token, reason, candidates = [], ...place } = question;
  const listed = candidates.find(({ url }) => url === present);
  const answer = await askAddress<{ readonly base: string } | RefusedAddress>({
    ...place,
    placeholder: reason === undefined ? addressQuestionTexts.selectOrType() : noComputeText(reason),
    text: listed === undefined ? present : undefined,
    listed: {
      present: listed?.url,
      hint: boxTexts.narrowsAddresses(),
      items: candidates.map(({ region, url }) => ({
        label: plainLabel(isVisible(region) ? region : url),
        description: plainLabel(addressText(url)),
        value: url,
      })),
    },
    read: async (text, signal) => {
      const endpoint = readEndpoint(text, candidates);
      if (typeof endpoint === 'string') return { problem: { kind: 'endpoint', problem: endpoint } };
      const proof = await proveAddress(context.clients, endpoint, token, signal);
      return { value: 'base' in proof ? proof : { text, ...proof } };
    },
  });
  if (answer === 'back') return answer;
  const { value, text } = answer;
  if ('base' in value) return { value: value.base, text };
  // There is room for the reason above an input box.
  const typed = await askBase(context, question, value.text, value.failure);
  return typed === 'back' ? pickAddress(context, question, value.text) : typed;
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
  { token, box, candidates, ...question }: BaseQuestion,
  text: string | undefined,
  failure: AddressFailure | NoCompute | undefined,
): Promise<Answer<string>> {
  return askAddress<string>({
    ...question,
    placeholder: boxTexts.example(COMPUTE_EXAMPLE),
    prompt: failure === undefined ? addressQuestionTexts.compute() : addressReasonText(failure, box),
    text,
    read: async (typed, signal) => {
      const endpoint = readEndpoint(typed, candidates);
      if (typeof endpoint === 'string') return { problem: { kind: 'endpoint', problem: endpoint } };
      const proof = await proveAddress(context.clients, endpoint, token, signal);
      return 'base' in proof
        ? { value: proof.base }
        : { problem: { kind: 'address', failure: proof.failure, box } };
    },
  });
}
