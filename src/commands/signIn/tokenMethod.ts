import { tenantProblem } from '../../api/endpoint';
import { addressesOf } from '../../api/images/imagesAddress';
import { readImagesEndpoint, wantsTenant, type ImagesEndpoint } from '../../api/images/imagesEndpoint';
import type { ImagesAddress } from '../../api/images/imagesService';
import type { CurlToken } from '../../api/pasted/curl/curlRequest';
import {
  endedAt,
  readPastedToken,
  type PastedToken,
  type PastedTokenProblem,
} from '../../api/pasted/pastedToken';
import type { NewAccount } from '../../auth/accounts';
import { proveAddress, type AddressFailure, type AddressProof } from '../../auth/connect';
import { projectInstead } from '../../auth/knownAccounts';
import { tokenAccount } from '../../auth/newAccount';
import { nameProblem } from '../../auth/typedName';
import { latest } from '../../base/latest';
import * as LONGEST from '../../base/longestText';
import { CONOHA_3_IMAGE, CONOHA_3_REGION, CONOHA_REGIONS, conohaCompute, isConohaHost } from '../../conoha';
import { unreadTokenText } from '../../text/describeCurl';
import type { BoxProblem } from '../../text/describeBoxProblem';
import { paragraph } from '../../text/paragraph';
import { addressQuestionTexts } from '../../text/addressQuestionTexts';
import { boxTexts } from '../../text/boxTexts';
import { tokenQuestionTexts } from '../../text/tokenQuestionTexts';
import type { Answer } from '../ask';
import { askText } from '../askText';
import type { AccountContext } from '../context';
import { askAddress } from './askAddress';
import { answeredBefore, runSteps, taken, type Position, type Step } from '../steps';

/** What is known before the first question of this method. */
export interface GivenToken {
  readonly endpoint?: ImagesEndpoint;
  readonly tenant?: string;
  /** What the command that the endpoint came in says of the token. */
  readonly command?: CurlToken;
  /** As pasted, to stand there. */
  readonly tokenText?: string;
  /** Why it could not be used, where it was tried. */
  readonly failure?: AddressFailure;
}

/** What is known so far. The token is only ever here and in the vault. */
interface KnownOfToken {
  readonly endpointText?: string;
  readonly endpoint?: ImagesEndpoint;
  readonly tenant?: string;
  readonly tokenText?: string;
  readonly proved?: ProvedToken;
}

/** The services of images of ConoHa, with their regions: that of VPS 3.0 first. */
const CONOHA_SERVICES: readonly (readonly [address: string, region: string])[] = [
  [CONOHA_3_IMAGE, CONOHA_3_REGION],
  ...CONOHA_REGIONS.map((region) => [conohaCompute(region), region] as const),
];

/** Asks for endpoint, tenant and token, as far as they are not given. @throws {Canceled} when given up */
export async function askTokenAccount(
  context: AccountContext,
  given: GivenToken,
): Promise<NewAccount | 'back'> {
  const title = tokenQuestionTexts.title();
  const { endpoint, tenant = endpoint?.tenant, tokenText } = given;
  const isPlaceKnown = endpoint !== undefined && (tenant !== undefined || !wantsTenant(endpoint));
  const known = await runSteps<KnownOfToken>({ endpoint, tenant, tokenText }, [
    {
      needed: () => endpoint === undefined,
      ask: (soFar, position) => endpointStep(context, title, soFar, position),
    },
    {
      needed: () => !isPlaceKnown,
      ask: (soFar, position) => tenantStep(title, soFar, position),
    },
    { ask: (soFar, position) => tokenStep(context, title, given, soFar, position) },
  ] satisfies readonly Step<KnownOfToken>[]);
  if (known === 'back') return known;
  const { place, token } = answeredBefore(known.proved);
  return tokenAccount(place, token, { tenant: known.tenant ?? token.project?.id });
}

async function endpointStep(
  context: AccountContext,
  title: string,
  known: KnownOfToken,
  position: Position,
): Promise<KnownOfToken | 'back'> {
  const answer = await askAddress<ImagesEndpoint>({
    ...position,
    title,
    placeholder: addressQuestionTexts.selectRegion(),
    text: known.endpointText,
    listed: {
      items: CONOHA_SERVICES.map(([address, region]) => ({
        label: address,
        description: addressQuestionTexts.conohaRegion(region),
        // The version of the whole generation: there is nothing to ask the server for.
        value: `${address}/v2`,
      })),
      hint: boxTexts.narrowsAddresses(),
    },
    read: async (text, signal) => {
      const endpoint = readImagesEndpoint(text);
      if (typeof endpoint === 'string') return { problem: { kind: 'endpoint', problem: endpoint } };
      return { value: await context.clients.discoverService(endpoint, {}, signal) };
    },
  });
  return taken(answer, (endpoint, text) => ({
    endpointText: text,
    endpoint,
    tenant: endpoint.tenant ?? known.tenant,
    // A token is for the server that it was given for.
    tokenText:
      known.endpoint === undefined || known.endpoint.root === endpoint.root ? known.tokenText : undefined,
  }));
}

async function tenantStep(
  title: string,
  known: KnownOfToken,
  position: Position,
): Promise<KnownOfToken | 'back'> {
  const { endpoint } = known;
  const needed = endpoint === undefined || wantsTenant(endpoint);
  const answer = await askText<string | undefined>({
    ...position,
    title,
    placeholder: tokenQuestionTexts.tenantId(),
    prompt: tenantPrompt(endpoint),
    text: known.tenant ?? '',
    longest: LONGEST.tenant,
    read: (text) => {
      const tenant = text.trim();
      if (tenant === '') return needed ? { problem: 'tenantNeeded' } : { value: undefined };
      const isNone = nameProblem(tenant);
      if (isNone !== undefined) return { problem: { kind: 'name', problem: isNone } };
      const problem = tenantProblem(tenant, answeredBefore(endpoint).root);
      return problem === undefined ? { value: tenant } : { problem: { kind: 'tenant', problem, tenant } };
    },
  });
  return taken(answer, (tenant) => ({ ...known, tenant }));
}

function tenantPrompt(endpoint: ImagesEndpoint | undefined): string {
  if (endpoint !== undefined && !wantsTenant(endpoint)) return tokenQuestionTexts.tenant.optional();
  return endpoint !== undefined && isConohaHost(new URL(endpoint.root).host)
    ? tokenQuestionTexts.tenant.conoha()
    : tokenQuestionTexts.tenant.other();
}

async function tokenStep(
  context: AccountContext,
  title: string,
  { command, failure }: GivenToken,
  known: KnownOfToken,
  position: Position,
): Promise<KnownOfToken | 'back'> {
  const { tenant } = known;
  const endpoint = { ...answeredBefore(known.endpoint), tenant };
  const place: TokenPlace = {
    ...addressesOf(endpoint)[0],
    tenant,
    prove: ({ token, project }, signal) => {
      const given = tenant === undefined ? project : { id: tenant, name: '' };
      return proveAddress(context.clients, endpoint, { token, project: given }, signal);
    },
  };
  const question = { ...position, title, text: known.tokenText, command, failure };
  const answer = await askToken(place, question);
  return taken(answer, (proved, text) => ({ ...known, tokenText: text, proved }));
}

/** The box for a token. */
export interface TokenQuestion extends Partial<Position> {
  readonly title: string;
  /** What stands there at first. */
  readonly text?: string;
  /** Why that cannot be used, where it was tried. */
  readonly failure?: AddressFailure;
  /** Where a command named a token that is not read, that is said. */
  readonly command?: CurlToken;
}

/** Where a token is for. */
export interface TokenPlace extends ImagesAddress {
  /** The project, where it is known. */
  readonly tenant?: string;
  /** @throws {Canceled} when `signal` fired */
  readonly prove: (token: PastedToken, signal: AbortSignal) => Promise<AddressProof>;
}

/** A token with the address that it was proved at. */
export interface ProvedToken {
  readonly token: PastedToken;
  readonly place: ImagesAddress;
}

/** Asks for a token alone, and proves it at the place it is for. @throws {Canceled} when given up */
export function askToken(
  place: TokenPlace,
  { command, failure, text: given, ...question }: TokenQuestion,
): Promise<Answer<ProvedToken>> {
  const { host } = new URL(place.base);
  const tokenOf = latest((text) => readPastedToken(text, place.base));
  return askText<ProvedToken>({
    back: false,
    ...question,
    placeholder: tokenQuestionTexts.token(),
    prompt: paragraph([...reasons(command), tokenQuestionTexts.stored(host)]),
    text: given ?? '',
    problem:
      failure === undefined
        ? given === undefined
          ? undefined
          : problemOf(tokenOf(given), host)
        : { kind: 'address', failure, box: 'token' },
    password: true,
    longest: LONGEST.answer,
    warning: (text) => {
      const token = tokenOf(text);
      const at = 'problem' in token ? undefined : endedAt(token);
      return at === undefined ? undefined : { kind: 'expired', at };
    },
    read: async (text, signal) => {
      const token = tokenOf(text);
      if ('problem' in token) return { problem: { kind: 'token', problem: token, host } };
      const tenant = projectInstead(place, token.project?.id);
      if (tenant !== undefined) return { problem: { kind: 'otherProject', tenant } };
      const proof = await place.prove(token, signal);
      return 'place' in proof
        ? { value: { token, place: proof.place } }
        : { problem: { kind: 'address', failure: proof.failure, box: 'token' } };
    },
  });
}

function problemOf(token: PastedToken | PastedTokenProblem, host: string): BoxProblem | undefined {
  return 'problem' in token ? { kind: 'token', problem: token, host } : undefined;
}

/** Why a pasted command did not give the token; who pasted none knows. */
function reasons(token: CurlToken | undefined): readonly string[] {
  return token === undefined || token.kind === 'given' || token.kind === 'none'
    ? []
    : [unreadTokenText(token)];
}
