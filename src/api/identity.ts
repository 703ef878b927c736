import type { Agent } from 'node:http';
import { ApiError } from './apiError';
import { send, type HttpAnswer, type HttpRequest } from './http';
import { tokenRequest } from './identityRequest';
import { readIssuedToken } from './identityAnswer';
import type { RequestLog } from './requestLog';

export type IdentityVersion = 'v2.0' | 'v3';

/** A user, by id or by name. The domain is a name or an id; ConoHa does without, Keystone wants one with a name. */
export interface UserReference {
  readonly id?: string;
  readonly name?: string;
  readonly domain?: string;
}

export type Credential =
  | {
      readonly kind: 'password';
      readonly user: UserReference;
      readonly password: string;
      /** The tenant: by id or by name. */
      readonly project: UserReference;
    }
  | {
      /** Identity v3 only. */
      readonly kind: 'applicationCredential';
      readonly id?: string;
      readonly name?: string;
      /** Whose it is, where it is given by name. */
      readonly user?: UserReference;
      readonly secret: string;
    };

/** Where the service catalogue says the Compute service is: the address as it stands there. */
export interface ComputeEndpoint {
  readonly region: string;
  readonly url: string;
}

export interface IssuedToken {
  readonly token: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly issued: number | undefined;
  readonly expires: number | undefined;
  readonly project: { readonly id: string; readonly name: string } | undefined;
  /** Public ones that have an address, each once. */
  readonly endpoints: readonly ComputeEndpoint[];
}

export interface IdentityOptions {
  /** With its version and without a trailing slash: `https://identity.tyo1.conoha.io/v2.0`. */
  readonly address: string;
  readonly version: IdentityVersion;
  /** Seconds for one whole request. */
  readonly timeout: () => number;
  readonly log: RequestLog;
  readonly agent?: Agent;
}

/** OpenStack's Identity service, v2.0 as ConoHa has it and v3. What it is given goes to its own address only. */
export class Identity {
  readonly #options: IdentityOptions;

  constructor(options: IdentityOptions) {
    this.#options = options;
  }

  /** @throws {ApiError} of kind `wrongCredentials` when they are refused; {Canceled} when `signal` fired */
  async issue(credential: Credential, signal: AbortSignal): Promise<IssuedToken> {
    const { address, version } = this.#options;
    const { path, body, secret } = tokenRequest(version, credential);
    const answer = await this.#send({
      method: 'POST',
      url: new URL(`${address}${path}`),
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      secrets: [secret],
      signal,
    }).catch(refusedCredentials);
    return readIssuedToken(version, answer, new URL(address).host);
  }

  /** Ends a token. Identity v2.0 leaves that to administrators: there it does nothing. */
  async revoke(token: string, signal: AbortSignal): Promise<void> {
    const { address, version } = this.#options;
    if (version === 'v2.0') return;
    await this.#send({
      method: 'DELETE',
      url: new URL(`${address}/auth/tokens`),
      headers: { 'X-Auth-Token': token, 'X-Subject-Token': token },
      secrets: [token],
      signal,
    });
  }

  async #send(request: Omit<HttpRequest, 'timeout' | 'agent'>): Promise<HttpAnswer> {
    return sendLogged(request, this.#options);
  }
}

/**
 * Finds the identity service behind an address as people have it: with or without a version, or the whole address of
 * `…/tokens`. A version that is named is taken; else the server is asked, for v3 first.
 * @throws {ApiError} of kind `notIdentity` when there is neither
 */
export async function discoverIdentity(
  typed: string,
  options: Omit<IdentityOptions, 'address' | 'version'>,
  signal: AbortSignal,
): Promise<Pick<IdentityOptions, 'address' | 'version'>> {
  const url = new URL(typed);
  const path = url.pathname.replace(/\/+$/, '').replace(/\/(auth\/)?tokens$/, '');
  const [, prefix = path, named] = /^(.*?)\/(v2\.0|v3)$/.exec(path) ?? [];
  const root = `${url.origin}${prefix}`;
  if (named === 'v2.0' || named === 'v3') return { address: `${root}/${named}`, version: named };
  for (const version of ['v3', 'v2.0'] as const) {
    const address = `${root}/${version}`;
    try {
      await sendLogged({ method: 'GET', url: new URL(address), secrets: [], signal }, options);
      return { address, version };
    } catch (error) {
      if (!(error instanceof ApiError) || error.kind !== 'notFound') throw error;
    }
  }
  throw new ApiError('notIdentity', { host: url.host, status: 404 });
}

async function sendLogged(
  request: Omit<HttpRequest, 'timeout' | 'agent'>,
  { timeout, log, agent }: Omit<IdentityOptions, 'address' | 'version'>,
): Promise<HttpAnswer> {
  const started = performance.now();
  const record = (outcome: number | string, requestId?: string): void => {
    const milliseconds = Math.round(performance.now() - started);
    log({ method: request.method, url: request.url.href, outcome, milliseconds, requestId });
  };
  try {
    const answer = await send({ ...request, timeout: timeout(), agent });
    record(answer.status, answer.requestId);
    return answer;
  } catch (error) {
    if (error instanceof ApiError) record(error.details.status ?? error.kind, error.details.requestId);
    else record('canceled');
    throw error;
  }
}

/** Here a 401 is about a password, not about a token. */
function refusedCredentials(error: unknown): never {
  if (error instanceof ApiError && error.kind === 'unauthorized') {
    throw new ApiError('wrongCredentials', error.details);
  }
  throw error;
}
