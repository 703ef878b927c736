import {
  proveAddress,
  proveCandidate,
  type AddressChoice,
  type AddressFailure,
  type AddressProof,
  type AddressToken,
  type Connected,
  type NoService,
} from '../../auth/connect';
import type { NewAccount } from '../../auth/accounts';
import { obtainedAccount } from '../../auth/newAccount';
import { readImagesEndpoint, type ImagesEndpointProblem } from '../../api/images/imagesEndpoint';
import type { ImagesAddress } from '../../api/images/imagesService';
import type { ImagesCandidate } from '../../api/images/serviceChoice';
import { isVisible } from '../../base/visible';
import { addressReasonText, noServiceText } from '../../text/describeNoService';
import { ENDPOINT_EXAMPLE } from '../../text/describeEndpoint';
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
  /** The proved address. */
  readonly place?: ImagesAddress;
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
export function accountAfterToken({ connected, place, renews }: AfterToken): NewAccount {
  return obtainedAccount(answeredBefore(connected).obtained, answeredBefore(place), answeredBefore(renews));
}

function addressStep<S extends AfterToken>(context: AccountContext, title: string): Step<S> {
  return {
    needed: ({ connected }) => connected !== undefined && connected.place === undefined,
    ask: async (known, position) => {
      const connected = answeredBefore(known.connected);
      const question = questionOf(connected, position, title);
      const answer = await askWhere(context, question, connected, known.place?.base);
      return taken(answer, (place) => ({ ...known, place }));
    },
  };
}

/** Asks for the address where the service catalogue leaves that open. @param present where one was answered before */
export function askWhere(
  context: AccountContext,
  question: WhereQuestion,
  { candidates, reason, only, failure }: AddressChoice,
  present: string | undefined,
): Promise<Answer<ImagesAddress>> {
  return candidates.length > 1 || (candidates.length > 0 && reason !== undefined)
    ? pickAddress(context, { ...question, candidates, reason, only }, present)
    : askPlace(context, { ...question, candidates, only }, present ?? candidates[0]?.url, failure ?? reason);
}

function keepStep<S extends AfterToken>(context: AccountContext, title: string): Step<S> {
  return {
    needed: ({ connected }) => connected !== undefined,
    ask: async (known, position) => {
      const connected = answeredBefore(known.connected);
      let place = answeredBefore(known.place ?? connected.place);
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
            { label: keepQuestionTexts.otherEndpoint(), detail: plainLabel(place.base), value: 'address' },
          ],
          read: (value) => ({ value }),
        });
        if (answer === 'back') return answer;
        if (answer.value !== 'address') return { ...known, place, renews: answer.value === 'keep' };
        const question = questionOf(connected, position, title);
        const typed: Answer<ImagesAddress> = await askPlace(context, question, place.base, undefined);
        if (typed !== 'back') place = typed.value;
      }
    },
  };
}

function questionOf(connected: Connected, position: Position, title: string): WhereQuestion {
  const { obtained, candidates } = connected;
  return { ...position, title, token: obtained, box: 'endpoint', candidates };
}

interface WhereQuestion extends Partial<Omit<Position, 'back'>>, Pick<AddressChoice, 'only'> {
  readonly back: boolean;
  readonly title: string;
  /** Proves the address. Its project is put where the address has a placeholder for it. */
  readonly token: AddressToken;
  /** By where the token is from. */
  readonly box: 'endpoint' | 'endpointOfGiven';
  /** What the service catalogue has, as it stands there. */
  readonly candidates?: readonly ImagesCandidate[];
}

/** What a service catalogue has for a service is of that service, whatever its address looks like. */
async function proved(
  { clients }: AccountContext,
  text: string,
  { token, candidates = [] }: Pick<WhereQuestion, 'token' | 'candidates'>,
  signal: AbortSignal,
): Promise<AddressProof | { readonly problem: ImagesEndpointProblem }> {
  const candidate = candidates.find(({ url }) => url === text);
  if (candidate !== undefined) return proveCandidate(clients, candidate, token, signal);
  const endpoint = readImagesEndpoint(text);
  return typeof endpoint === 'string'
    ? { problem: endpoint }
    : proveAddress(clients, endpoint, token, signal);
}

/** One of the addresses of the service catalogue, as it stands there, or a typed one, proved. */
async function pickAddress(
  context: AccountContext,
  question: WhereQuestion & Pick<AddressChoice, 'reason'>,
  present: string | undefined,
): Promise<Answer<ImagesAddress>> {
  const { title, back, step, totalSteps, reason, only, candidates = [] } = question;
  const listed = candidates.find(({ url }) => url === present);
  const answer = await askAddress<ImagesAddress | RefusedAddress>({
    ...{ title, back, step, totalSteps },
    placeholder: reason === undefined ? addressQuestionTexts.selectOrType() : noServiceText(reason, only),
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
      const proof = await proved(context, text, question, signal);
      if ('problem' in proof) return { problem: { kind: 'endpoint', problem: proof.problem } };
      return { value: 'place' in proof ? proof.place : { text, ...proof } };
    },
  });
  if (answer === 'back') return answer;
  const { value, text } = answer;
  if ('base' in value) return { value, text };
  // There is room for the reason above an input box.
  const typed = await askPlace(context, question, value.text, value.failure);
  return typed === 'back' ? pickAddress(context, question, value.text) : typed;
}

interface RefusedAddress {
  readonly text: string;
  readonly failure: AddressFailure;
}

/**
 * Asks for the address of the images, and proves it.
 * @param failure why the one there cannot be used
 */
export async function askPlace(
  context: AccountContext,
  { token, box, candidates, only, ...question }: WhereQuestion,
  text: string | undefined,
  failure: AddressFailure | NoService | undefined,
): Promise<Answer<ImagesAddress>> {
  return askAddress<ImagesAddress>({
    ...question,
    placeholder: boxTexts.example(ENDPOINT_EXAMPLE),
    prompt: failure === undefined ? addressQuestionTexts.images() : addressReasonText(failure, box, only),
    text,
    read: async (typed, signal) => {
      const proof = await proved(context, typed, { token, candidates }, signal);
      if ('problem' in proof) return { problem: { kind: 'endpoint', problem: proof.problem } };
      return 'place' in proof
        ? { value: proof.place }
        : { problem: { kind: 'address', failure: proof.failure, box } };
    },
  });
}
