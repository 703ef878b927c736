import { ApiError } from '../../api/apiError';
import { addressesOf } from '../../api/images/imagesAddress';
import { wantsTenant, type ImagesEndpoint } from '../../api/images/imagesEndpoint';
import type { ImagesAddress } from '../../api/images/imagesService';
import type { IdentityAddress } from '../../api/identity/identityAddress';
import type { CurlRequest } from '../../api/pasted/curl/curlRequest';
import { readAddress } from '../../api/pasted/pastedAddress';
import { readPastedToken } from '../../api/pasted/pastedToken';
import type { TokenText } from '../../api/pasted/tokenText';
import type { Account } from '../../auth/account';
import type { NewAccount } from '../../auth/accounts';
import type { UsableCloud } from '../../auth/clouds/cloud';
import { cloudsFromOpenrc } from '../../auth/clouds/cloudsFromOpenrc';
import { chooseAddress, proveAddress, type AddressChoice } from '../../auth/connect';
import { tokenAccount } from '../../auth/newAccount';
import { isConohaHost } from '../../conoha';
import type { Usable } from '../../text/describeSignIn';
import type { Reading } from '../ask';
import type { AccountContext } from '../context';
import { agreesToRest, chosenCloud, type CloudAnswer } from './cloudMethod';
import { usableOf, userEnvironment, type CloudOutcome } from './foundClouds';
import type { IdentityPlace, PasswordMethod } from './passwordMethod';
import type { GivenToken } from './tokenMethod';

/** What the first question has led to. */
export type FirstAnswer =
  | { readonly kind: 'renew'; readonly account: Account }
  | { readonly kind: 'password'; readonly method: PasswordMethod; readonly identity?: IdentityPlace }
  | { readonly kind: 'file' }
  | CloudAnswer
  /** An `openrc` whose regions differ: which of them is meant is another question. */
  | { readonly kind: 'openrc'; readonly clouds: readonly CloudOutcome[] }
  | { readonly kind: 'token'; readonly given: GivenToken }
  /** A token that was pasted, with what its service catalogue says. */
  | { readonly kind: 'pastedToken'; readonly token: TokenText; readonly choice: AddressChoice }
  /** All was given, and proved. */
  | { readonly kind: 'account'; readonly account: NewAccount };

/** What a row stands for. */
export type Choice =
  | Exclude<FirstAnswer, { kind: 'cloud' | 'account' | 'pastedToken' | 'openrc' }>
  | { readonly kind: 'chosen'; readonly chosen: UsableCloud }
  | PastedChoice;

/** What was pasted; an `openrc` with what is read of it. */
export type PastedChoice =
  | { readonly kind: 'pasted'; readonly pasted: UsableButOpenrc }
  | { readonly kind: 'pastedOpenrc'; readonly clouds: readonly CloudOutcome[] };

/** What was pasted and is no file. */
export type UsableButOpenrc = Exclude<Usable, { readonly kind: 'openrc' }>;

/** What was pasted, as a choice: what of it can be read without a server is read once. */
export function pastedChoice(pasted: Usable): PastedChoice {
  return pasted.kind === 'openrc'
    ? { kind: 'pastedOpenrc', clouds: cloudsFromOpenrc(pasted.openrc, userEnvironment()) }
    : { kind: 'pasted', pasted };
}

/** Goes as far with a choice as it can without asking more. */
export async function answerOf(
  context: AccountContext,
  choice: Choice,
  signal: AbortSignal,
): Promise<Reading<FirstAnswer>> {
  switch (choice.kind) {
    case 'chosen':
      return chosenCloud(context, choice.chosen, signal);
    case 'pasted':
      return pastedAnswer(context, choice.pasted, signal);
    case 'pastedOpenrc':
      return openrcAnswer(context, choice.clouds, signal);
    case 'renew':
    case 'password':
    case 'file':
    case 'token':
      return { value: choice };
  }
}

async function pastedAnswer(
  context: AccountContext,
  pasted: UsableButOpenrc,
  signal: AbortSignal,
): Promise<Reading<FirstAnswer>> {
  switch (pasted.kind) {
    case 'curl':
      return pastedCommand(context, pasted.request, signal);
    case 'endpoint':
      return pastedEndpoint(context, pasted.endpoint, signal);
    case 'identity':
      return pastedIdentity(context, pasted.identity, signal);
    case 'token':
      return pastedToken(context, pasted, signal);
    case 'bareToken':
      return { value: { kind: 'token', given: { tokenText: pasted.token } } };
  }
}

async function openrcAnswer(
  context: AccountContext,
  clouds: readonly CloudOutcome[],
  signal: AbortSignal,
): Promise<Reading<FirstAnswer>> {
  const [only, ...others] = clouds;
  if (only === undefined) throw new Error('Of every openrc there is a cloud, or what is wrong with it.');
  if (others.length > 0) return { value: { kind: 'openrc', clouds } };
  const cloud = usableOf(only);
  if ('problem' in cloud) return { problem: { kind: 'cloud', problem: cloud, spelling: 'variables' } };
  return (await agreesToRest(cloud)) ? chosenCloud(context, cloud, signal) : { problem: 'nothingSent' };
}

/** Which version its server has is asked without a token. */
async function pastedEndpoint(
  { clients }: AccountContext,
  given: ImagesEndpoint,
  signal: AbortSignal,
): Promise<Reading<FirstAnswer>> {
  const endpoint = await clients.discoverService(given, {}, signal);
  return { value: { kind: 'token', given: { endpoint } } };
}

/** A command with a token needs nothing else; what does not work stands in the next box, with the reason. */
async function pastedCommand(
  context: AccountContext,
  { address, token }: CurlRequest,
  signal: AbortSignal,
): Promise<Reading<FirstAnswer>> {
  const read = readAddress(address);
  if (read === undefined) return { problem: { kind: 'endpoint', problem: 'notAnAddress' } };
  if ('problem' in read) return { problem: { kind: 'endpoint', problem: read.problem } };
  if (read.kind === 'identity') return pastedIdentity(context, read.identity, signal);
  const tokenText = token.kind === 'given' ? token.text : undefined;
  const found = await discovered(context, read.endpoint, signal);
  const given: GivenToken = { ...found, command: token, tokenText };
  const { endpoint } = found;
  if (found.failure !== undefined) return { value: { kind: 'token', given } };
  return tokenText === undefined || (wantsTenant(endpoint) && endpoint.tenant === undefined)
    ? { value: { kind: 'token', given } }
    : provedToken(context, endpoint, { ...given, tokenText }, signal);
}

async function discovered(
  { clients }: AccountContext,
  given: ImagesEndpoint,
  signal: AbortSignal,
): Promise<{ readonly endpoint: ImagesEndpoint; readonly failure?: ApiError }> {
  try {
    return { endpoint: await clients.discoverService(given, {}, signal) };
  } catch (error) {
    if (error instanceof ApiError) return { endpoint: given, failure: error };
    throw error;
  }
}

async function provedToken(
  context: AccountContext,
  endpoint: ImagesEndpoint,
  given: GivenToken & { readonly tokenText: string },
  signal: AbortSignal,
): Promise<Reading<FirstAnswer>> {
  const token = readPastedToken(given.tokenText, addressesOf(endpoint)[0].base);
  if ('problem' in token) return { value: { kind: 'token', given } };
  const proof = await proveAddress(context.clients, endpoint, token, signal);
  if ('place' in proof)
    return {
      value: {
        kind: 'account',
        account: tokenAccount(proof.place, token, { tenant: endpoint.tenant ?? token.project?.id }),
      },
    };
  return { value: { kind: 'token', given: { ...given, failure: proof.failure } } };
}

/** It is asked at once: what is wrong with it is known before a password has been typed. */
async function pastedIdentity(
  { clients }: AccountContext,
  address: IdentityAddress,
  signal: AbortSignal,
): Promise<Reading<FirstAnswer>> {
  const identity = await clients.discoverIdentity(address, { isTyped: true }, signal);
  const method = isConohaHost(new URL(identity.address).hostname) ? 'conoha' : 'openstack';
  return { value: { kind: 'password', method, identity } };
}

/** Where the service catalogue came with the token, that says where it is for. */
async function pastedToken(
  { clients }: AccountContext,
  token: TokenText,
  signal: AbortSignal,
): Promise<Reading<FirstAnswer>> {
  const { endpoints, project } = token;
  const choice =
    endpoints === undefined
      ? { candidates: [] }
      : await chooseAddress(clients, { ...token, endpoints, project }, {}, signal);
  if (choice.place === undefined) return { value: { kind: 'pastedToken', token, choice } };
  return { value: { kind: 'account', account: accountOfToken(choice.place, token) } };
}

/** @param place the proved address */
export function accountOfToken(place: ImagesAddress, { token, expires, project }: TokenText): NewAccount {
  return tokenAccount(place, { token, expires }, { tenant: project?.id, name: project?.name });
}
