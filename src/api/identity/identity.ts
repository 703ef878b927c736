import type { IssuedToken } from './issuedToken';
import type { IdentityVersion, Credential } from './credential';
import { ApiError, type ApiErrorKind } from '../apiError';
import type { HttpAnswer, HttpRequest } from '../http/http';
import { sendLogged, WHOLE_ANSWER, type Connection } from '../http/sendLogged';
import { tokenRequest } from './identityRequest';
import type { IdentityAddress } from './identityAddress';
import { describesVersion, readIssuedToken } from './identityAnswer';
import { discoverService } from '../images/discoverService';
import type { ImagesService } from '../images/imagesService';

/** Where an identity service is, and how it is asked. */
export interface IdentityOptions extends Connection {
  /** With its version and without a trailing slash: `https://identity.tyo1.conoha.io/v2.0`. */
  readonly address: string;
  readonly version: IdentityVersion;
}

/** OpenStack's Identity service, v2.0 as ConoHa has it and v3. What it is given goes to its own address only. */
export class Identity {
  readonly #options: IdentityOptions;

  constructor(options: IdentityOptions) {
    this.#options = options;
  }

  /**
   * Asks for a token of the credential's project. Nothing says that the addresses in it are https.
   * @throws {ApiError} of kind `wrongCredentials` when they are refused; {Canceled} when `signal` fired
   */
  async issue(credential: Credential, signal: AbortSignal): Promise<IssuedToken> {
    const { address, version } = this.#options;
    const { host } = new URL(address);
    if (version === 'v2.0' && credential.kind === 'applicationCredential') {
      throw new ApiError('noApplicationCredentials', { host });
    }
    const { path, body, secrets } = tokenRequest(version, credential);
    const answer = await this.#send({
      method: 'POST',
      url: new URL(`${address}${path}`),
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      secrets,
      signal,
    }).catch(refusedCredentials);
    return readIssuedToken(version, answer, host);
  }

  /**
   * What came with a token, when it was issued: its project and service catalogue. Identity v3 alone tells.
   * @throws {ApiError} of kind `unauthorized` when it is not good any more; {Canceled} when `signal` fired
   */
  async about(token: string, signal: AbortSignal): Promise<IssuedToken> {
    const { address, version } = this.#options;
    const answer = await this.#send({
      method: 'GET',
      url: new URL(`${address}/auth/tokens`),
      headers: { 'X-Auth-Token': token, 'X-Subject-Token': token },
      secrets: [token],
      signal,
    });
    return readIssuedToken(version, answer, new URL(address).host);
  }

  /**
   * Ends a token, unless it has ended. Identity v2.0 leaves that to administrators: there it does nothing.
   * @returns whether the token works no longer
   * @throws {ApiError} when that is not known; {Canceled} when `signal` fired
   */
  async revoke(token: string, signal: AbortSignal): Promise<boolean> {
    const { address, version } = this.#options;
    if (version === 'v2.0') return false;
    await this.#send({
      method: 'DELETE',
      url: new URL(`${address}/auth/tokens`),
      headers: { 'X-Auth-Token': token, 'X-Subject-Token': token },
      secrets: [token],
      signal,
    }).catch(endedAlready);
    return true;
  }

  async #send(request: Omit<HttpRequest, 'timeout' | 'trust'>): Promise<HttpAnswer> {
    return sendLogged(request, this.#options, WHOLE_ANSWER).catch(ofIdentity);
  }
}

/** How requests are sent before an address is known. */
export interface DiscoveryOptions extends Connection {
  /** Taken without asking where the address names none. */
  readonly version?: IdentityVersion;
  /** A version that the address names is asked as well: somebody has just typed it. */
  readonly isTyped?: boolean;
}

/**
 * Finds the identity service behind an address as people have it: with or without a version, or the whole address of
 * `…/tokens`. A version that it names is taken; else the server is asked, for v3 first. Only addresses below the given
 * one are asked and returned: no link of an answer is followed.
 * @throws {ApiError} of kind `notIdentity` when neither version is there; {Canceled} when `signal` fired
 */
export async function discoverIdentity(
  given: IdentityAddress,
  options: DiscoveryOptions,
  signal: AbortSignal,
): Promise<Pick<IdentityOptions, 'address' | 'version'>> {
  const { root } = given;
  const known = given.version ?? options.version;
  if (known !== undefined) {
    const address = `${root}/${known}`;
    if (options.isTyped === true) await proveVersion(root, known, options, signal);
    return { address, version: known };
  }
  const refusals: ApiError[] = [];
  for (const version of ['v3', 'v2.0'] as const) {
    const address = `${root}/${version}`;
    const refusal = await askVersion(new URL(address), version, options, signal);
    if (refusal === undefined) return { address, version };
    refusals.push(refusal);
  }
  const telling = refusals.find((refusal) => !mayBeOther(refusal));
  if (telling === undefined) await refuseImagesService(root, options, signal);
  throw telling ?? refusals.find(({ kind }) => kind !== 'notFound') ?? notIdentity(new URL(root).host, 404);
}

/** A service that only hides its version takes passwords all the same, unless it shows to be another one. */
async function proveVersion(
  root: string,
  version: IdentityVersion,
  options: DiscoveryOptions,
  signal: AbortSignal,
): Promise<void> {
  const refusal = await askVersion(new URL(`${root}/${version}`), version, options, signal);
  if (refusal === undefined) return;
  if (mayBeOther(refusal)) await refuseImagesService(root, options, signal);
  if (!isHidden(refusal)) throw refusal;
}

/** Whether another service may have refused. A server that is busy or out of order says so, and is not asked once more. */
function mayBeOther(refusal: ApiError): boolean {
  return isHidden(refusal) || refusal.kind === 'notFound' || refusal.kind === 'notIdentity';
}

function isHidden({ kind }: ApiError): boolean {
  return Object.values(HIDDEN).includes(kind);
}

/**
 * Services of images answer 401 as well where a version is asked without a token. Without a version they show which they
 * are, and no password is for them.
 */
async function refuseImagesService(
  root: string,
  options: DiscoveryOptions,
  signal: AbortSignal,
): Promise<void> {
  const instead = await imagesServiceAt(root, options, signal);
  if (instead !== undefined) throw notIdentity(new URL(root).host, undefined, instead);
}

async function imagesServiceAt(
  root: string,
  options: DiscoveryOptions,
  signal: AbortSignal,
): Promise<ImagesService | undefined> {
  const open = { root, version: undefined, tenant: undefined, lacksTenant: false, service: undefined };
  try {
    return (await discoverService(open, undefined, options, signal)).service;
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

/** @returns why the version is not there, or `undefined` when it is */
async function askVersion(
  url: URL,
  version: IdentityVersion,
  options: DiscoveryOptions,
  signal: AbortSignal,
): Promise<ApiError | undefined> {
  try {
    const request = { method: 'GET', url, secrets: [], signal } as const;
    const answer = await sendLogged(request, options, WHOLE_ANSWER).catch(ofIdentity);
    return describesVersion(version, answer.body) ? undefined : notIdentity(url.host, answer.status);
  } catch (error) {
    if (!(error instanceof ApiError) || error.details.status === undefined) throw error;
    const kind = HIDDEN[error.details.status];
    return kind === undefined ? error : new ApiError(kind, error.details);
  }
}

/** What may refuse to show the version of a service that would take a password. */
const HIDDEN: Readonly<Record<number, ApiErrorKind>> = {
  401: 'identityUnauthorized',
  403: 'identityForbidden',
  405: 'identityNotAllowed',
};

function notIdentity(host: string, status: number | undefined, instead?: ImagesService): ApiError {
  return new ApiError('notIdentity', { host, status, service: 'identity', instead });
}

/** Says where it happened, and that what is no images service need not be one. */
function ofIdentity(error: unknown): never {
  if (!(error instanceof ApiError)) throw error;
  const { kind, details } = error;
  throw new ApiError(kind === 'notImages' ? 'notIdentity' : kind, { ...details, service: 'identity' });
}

/** Here a 401 is about a password, not about a token; where nothing can be posted there is no such service. */
function refusedCredentials(error: unknown): never {
  if (error instanceof ApiError && error.details.status === 405) {
    throw new ApiError('notIdentity', error.details);
  }
  if (error instanceof ApiError && error.kind === 'unauthorized') {
    throw new ApiError('wrongCredentials', error.details);
  }
  throw error;
}

function endedAlready(error: unknown): void {
  const ended = error instanceof ApiError && (error.kind === 'unauthorized' || error.kind === 'notFound');
  if (!ended) throw error;
}
