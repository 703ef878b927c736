import { ApiError } from '../api/apiError';
import { addressesOf, withProject } from '../api/images/imagesAddress';
import { endpointOf, type ImagesEndpoint, type ImagesEndpointProblem } from '../api/images/imagesEndpoint';
import type { ImagesAddress, ImagesService } from '../api/images/imagesService';
import { isNoImageService } from '../api/images/refusals';
import { parseIdentityAddress } from '../api/identity/identityAddress';
import {
  chooseService,
  type ImagesCandidate,
  type ServiceChoice,
  type WantedServices,
} from '../api/images/serviceChoice';
import type { Credential, IdentityVersion } from '../api/identity/credential';
import type { IssuedToken, ServiceEndpoint } from '../api/identity/issuedToken';
import type { Trust } from '../api/http/trust';
import type { IdentityMethod } from './account';
import type { Clients, ImagesPlace, ProjectPlace } from './clients';
import { issueToken, noProject, type IssueWish } from './issueToken';
import { withoutSecret } from './withSecret';

/** How a token is to be got. */
export interface TokenWish {
  /** The identity service's address, with or without its version. */
  readonly identity: string;
  /** The likelier first; the second is tried once where the first is refused. */
  readonly credentials: IssueWish['credentials'];
  /** They are those of an account, which goes on as it was. */
  readonly isStored?: boolean;
  /** Where it is known. */
  readonly version?: IdentityVersion;
  readonly trust?: Trust;
}

/** A token with all that came with it. */
export interface Obtained extends IssuedToken {
  readonly method: IdentityMethod;
  readonly credential: Credential;
  readonly trust?: Trust;
}

/** Why images cannot be had at an address. */
export type AddressFailure = ApiError | ImagesEndpointProblem | 'lacksTenant';

/** Why the service catalogue has no address of the kind that is wanted. */
export type NoService = Extract<ServiceChoice, { readonly problem: string }>;

/** Where the images may be. */
export interface AddressChoice {
  /** The addresses that may be meant, or else those that there are. */
  readonly candidates: readonly ImagesCandidate[];
  /** Why none of them is the one that was wanted. */
  readonly reason?: NoService;
  /** The only service that was looked for. */
  readonly only?: ImagesService;
  /** The proved one, where only one can be meant. */
  readonly place?: ImagesAddress;
  /** Why the only one cannot be used. */
  readonly failure?: AddressFailure;
}

/** A token, and where the images may be. */
export interface Connected extends AddressChoice {
  readonly obtained: Obtained;
}

/**
 * Gets a token, and proves it where only one address can be meant.
 * @throws {ApiError} when there is no token; {Canceled} when `signal` fired
 */
export async function connect(
  clients: Clients,
  wish: TokenWish,
  wanted: WantedServices,
  signal: AbortSignal,
): Promise<Connected> {
  const obtained = await obtainToken(clients, wish, signal);
  return { obtained, ...(await chooseAddress(clients, obtained, wanted, signal)) };
}

/** Proves a token where its service catalogue leaves one address. @throws {Canceled} when `signal` fired */
export async function chooseAddress(
  clients: Clients,
  issued: AddressToken & Pick<IssuedToken, 'endpoints' | 'project'>,
  wanted: WantedServices,
  signal: AbortSignal,
): Promise<AddressChoice> {
  const choice = chooseService(issued, wanted);
  const { only: service } = wanted;
  if ('problem' in choice) {
    const candidates = instead(issued, wanted, choice);
    return { candidates, reason: choice, ...(service !== undefined && { only: service }) };
  }
  const { candidates } = choice;
  const [only, ...others] = candidates;
  if (only === undefined || others.length > 0) return { candidates };
  return { candidates, ...(await proveCandidate(clients, only, issued, signal)) };
}

/**
 * Finds the identity service's version and gets a token.
 * @throws {ApiError} when there is none, or one of no project; {Canceled} when `signal` fired
 */
export async function obtainToken(
  clients: Clients,
  { identity, version, trust, ...who }: TokenWish,
  signal: AbortSignal,
): Promise<Obtained> {
  const given = parseIdentityAddress(identity);
  if (typeof given === 'string') throw new ApiError('notIdentity', { host: identity });
  const found = await clients.discoverIdentity(given, { version, trust }, signal);
  const { issued, credential } = await issueToken(clients, { ...found, ...who, trust }, signal);
  const issuer = { identity: found.address, version: found.version };
  clients.issued({ token: issued.token, issuer, trust: { ...trust } });
  if (issued.project === undefined) throw noProject(found.address);
  const method = {
    kind: credential.kind,
    ...issuer,
    who: withoutSecret(credential),
  } as const;
  return { ...issued, method, credential, trust };
}

/** What there is in the place of what was wanted, to choose from. */
function instead(
  issued: Pick<IssuedToken, 'endpoints' | 'project'>,
  wanted: WantedServices,
  choice: NoService,
): readonly ServiceEndpoint[] {
  if (choice.problem === 'otherInterfaces') return choice.endpoints;
  if (choice.problem !== 'otherRegions') return [];
  const { image, compute } = wanted;
  const anywhere = { ...wanted, image: { ...image, regions: [] }, compute: { ...compute, regions: [] } };
  const there = chooseService(issued, anywhere);
  return 'problem' in there ? [] : there.candidates;
}

/** A token for the images at an address, with what an address may lack. */
export type AddressToken = Pick<Obtained, 'token' | 'trust'> & Partial<Pick<IssuedToken, 'project'>>;

/** A proved address, or why there is none. */
export type AddressProof = { readonly place: ImagesAddress } | { readonly failure: AddressFailure };

/**
 * Proves a token at an address of the service catalogue; where that proves to be no image service, at Compute's in the same
 * place.
 * @throws {Canceled} when `signal` fired
 */
export async function proveCandidate(
  clients: Clients,
  { service, url, otherwise }: ImagesCandidate,
  token: AddressToken,
  signal: AbortSignal,
): Promise<AddressProof> {
  const endpoint = endpointOf(service, url);
  if (typeof endpoint === 'string') return { failure: endpoint };
  const proof = await proveAddress(clients, endpoint, token, signal);
  if (otherwise === undefined || 'place' in proof || !isNoImageService(proof.failure)) return proof;
  const second = await proveCandidate(clients, otherwise, token, signal);
  return 'place' in second || !isNoImageService(second.failure) ? second : proof;
}

/**
 * Proves a token at an endpoint. Where nobody says which service it is of, each is tried there, unless the first one says
 * anything else than that it is not of its kind.
 * @throws {Canceled} when `signal` fired
 */
export async function proveAddress(
  clients: Clients,
  endpoint: ImagesEndpoint,
  { token, trust, project }: AddressToken,
  signal: AbortSignal,
): Promise<AddressProof> {
  const whole = withProject(endpoint, project);
  if (typeof whole === 'string') return { failure: whole };
  try {
    const found = withProject(await discovered(clients, whole, { project, trust }, signal), project);
    if (typeof found === 'string') return { failure: found };
    let failure: ApiError | undefined;
    for (const place of addressesOf(found)) {
      const refusal = await proveImages(clients, { ...place, tenant: project?.id, ...trust }, token, signal);
      if (refusal === undefined) return { place };
      if (!isNoImageService(refusal)) return { failure: refusal };
      failure ??= refusal;
    }
    return { failure: failure ?? 'notAnAddress' };
  } catch (error) {
    if (error instanceof ApiError) return { failure: error };
    throw error;
  }
}

/**
 * An endpoint with what its server says without a token, where its address leaves something open; as it is where the server
 * does not say: the proof says why.
 * @throws as `discoverService`
 */
async function discovered(
  clients: Clients,
  endpoint: ImagesEndpoint,
  project: ProjectPlace,
  signal: AbortSignal,
): Promise<ImagesEndpoint> {
  try {
    return await clients.discoverService(endpoint, project, signal);
  } catch (error) {
    // Who does not answer is not asked once more.
    if (error instanceof ApiError && error.details.status !== undefined) return endpoint;
    throw error;
  }
}

/**
 * Asks a place for one image.
 * @returns why the token cannot be used there; `undefined` where it can
 * @throws {Canceled} when `signal` fired
 */
export async function proveImages(
  clients: Clients,
  place: ImagesPlace,
  token: string,
  signal: AbortSignal,
): Promise<ApiError | undefined> {
  const tokens = { token: () => Promise.resolve(token), replacement: () => Promise.resolve(undefined) };
  try {
    await clients.images(place, tokens).list({}).page({ limit: 1 }, signal);
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}
