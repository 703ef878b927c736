import { ApiError } from '../api/apiError';
import type { Credential } from '../api/identity/credential';
import { withDefaultDomains } from '../api/identity/defaultDomains';
import type { Identity, IdentityOptions } from '../api/identity/identity';
import type { IssuedToken } from '../api/identity/issuedToken';
import type { Clients } from './clients';
import type { Trust } from '../api/http/trust';

/** Who wants a token, and of which service. */
export interface IssueWish extends Pick<IdentityOptions, 'address' | 'version'> {
  /** The likelier first. The second is tried once where the first is refused as wrong, and no other. */
  readonly credentials: readonly [Credential, ...Credential[]];
  /** It is that of an account, which goes on as it was: nothing is filled in. */
  readonly isStored?: boolean;
  readonly trust?: Trust;
}

/** The token that was issued. */
export interface Issued {
  readonly issued: IssuedToken;
  /** The one that was right, as it was sent: it is what gets the next token. */
  readonly credential: Credential;
}

/**
 * Gets a token, with the domains that OpenStack's own client would fill in.
 * @throws {ApiError} as `Identity.issue`, of the first credential where both are refused; {Canceled} when `signal` fired
 */
export async function issueToken(clients: Clients, wish: IssueWish, signal: AbortSignal): Promise<Issued> {
  const { credentials, trust, isStored = false, ...place } = wish;
  const [first, second] = credentials;
  const identity = await clients.identity(place, trust);
  const attempt = (credential: Credential) =>
    issued(identity, isStored ? credential : withDefaultDomains(credential, place), signal);
  try {
    return await attempt(first);
  } catch (refusal) {
    if (second === undefined || !isRefused(refusal)) throw refusal;
    try {
      return await attempt(second);
    } catch (error) {
      throw isRefused(error) ? refusal : error;
    }
  }
}

/**
 * Whoever has no default project gets a token of none where none is named. It opens no images of a project.
 * @param identity the address of the service that issued it
 */
export function noProject(identity: string): ApiError {
  return new ApiError('noProject', { host: new URL(identity).host, service: 'identity' });
}

async function issued(identity: Identity, credential: Credential, signal: AbortSignal): Promise<Issued> {
  return { issued: await identity.issue(credential, signal), credential };
}

function isRefused(error: unknown): boolean {
  return error instanceof ApiError && error.kind === 'wrongCredentials';
}
