import { ApiError } from '../api/apiError';
import { parseIdentityAddress } from '../api/identity/identityAddress';
import { parseEndpoint, type Endpoint, type EndpointProblem } from '../api/endpoint';
import {
  computeCandidates,
  imagesBase,
  withProject,
  type ComputeChoice,
  type WantedEndpoint,
} from '../api/images/compute/computeAddress';
import type { Credential, IdentityVersion } from '../api/identity/credential';
import type { ComputeEndpoint, IssuedToken } from '../api/identity/issuedToken';
import type { Trust } from '../api/http/trust';
import type { IdentityMethod } from './account';
import type { Clients, ComputeProject, ImagesPlace } from './clients';
import { issueToken, type IssueWish } from './issueToken';
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
export type AddressFailure = ApiError | EndpointProblem | 'lacksTenant';

/** Why the service catalogue has no address of the kind that is wanted. */
export type NoCompute = Extract<ComputeChoice, { readonly problem: string }>;

/** Where the images may be. */
export interface AddressChoice {
  /** The addresses that may be meant, or else those that there are. */
  readonly candidates: readonly ComputeEndpoint[];
  /** Why none of them is the one that was wanted. */
  readonly reason?: NoCompute;
  /** The proved address before `/images`, where only one can be meant. */
  readonly base?: string;
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
  wanted: WantedEndpoint,
  signal: AbortSignal,
): Promise<Connected> {
  const obtained = await obtainToken(clients, wish, signal);
  return { obtained, ...(await chooseAddress(clients, obtained, wanted, signal)) };
}

/** Proves a token where its service catalogue leaves one address. @throws {Canceled} when `signal` fired */
export async function chooseAddress(
  clients: Clients,
  issued: AddressToken & Pick<IssuedToken, 'endpoints' | 'project'>,
  wanted: WantedEndpoint,
  signal: AbortSignal,
): Promise<AddressChoice> {
  const choice = computeCandidates(issued, wanted);
  if ('problem' in choice) return { candidates: instead(issued, wanted, choice), reason: choice };
  const { candidates } = choice;
  const [only, ...others] = candidates;
  if (only === undefined || others.length > 0) return { candidates };
  const endpoint = parseEndpoint(only.url);
  return typeof endpoint === 'string'
    ? { candidates, failure: endpoint }
    : { candidates, ...(await proveAddress(clients, endpoint, issued, signal)) };
}

/**
 * Finds the identity service's version and gets a token.
 * @throws {ApiError} when there is none; {Canceled} when `signal` fired
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
  wanted: WantedEndpoint,
  choice: NoCompute,
): readonly ComputeEndpoint[] {
  if (choice.problem === 'otherInterfaces') return choice.endpoints;
  if (choice.problem !== 'otherRegions') return [];
  const anywhere = computeCandidates(issued, { ...wanted, regions: [] });
  return 'problem' in anywhere ? [] : anywhere.candidates;
}

/** A token for the images at an address, with what an address may lack. */
export type AddressToken = Pick<Obtained, 'token' | 'trust'> & Partial<Pick<IssuedToken, 'project'>>;

/** Proves a token at an endpoint. @throws {Canceled} when `signal` fired */
export async function proveAddress(
  clients: Clients,
  endpoint: Endpoint,
  { token, trust, project }: AddressToken,
  signal: AbortSignal,
): Promise<{ readonly base: string } | { readonly failure: AddressFailure }> {
  const whole = withProject(endpoint, project);
  if (typeof whole === 'string') return { failure: whole };
  try {
    const base = imagesBase(await versioned(clients, whole, { project, trust }, signal));
    const failure = await proveImages(clients, { base, ...trust }, token, signal);
    return failure === undefined ? { base } : { failure };
  } catch (error) {
    if (error instanceof ApiError) return { failure: error };
    throw error;
  }
}

/**
 * An endpoint with the version that its server has, where it names none and the server says so without a token.
 * @throws {ApiError} when the server does not answer; {Canceled} when `signal` fired
 */
export async function discoverEndpoint(
  clients: Clients,
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<Endpoint> {
  if (endpoint.version !== undefined) return endpoint;
  const version = await clients.computeVersion(endpoint.root, signal);
  return version === undefined ? endpoint : { ...endpoint, version };
}

/** The endpoint with its version; as it is where the server does not say: the proof says why. @throws as `discoverCompute` */
async function versioned(
  clients: Clients,
  endpoint: Endpoint,
  project: ComputeProject,
  signal: AbortSignal,
): Promise<Endpoint> {
  try {
    return await clients.discoverCompute(endpoint, project, signal);
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
