import type { Trust } from '../../api/http/trust';
import { Canceled } from '../../base/canceled';
import type { IssuedToken } from '../../api/identity/issuedToken';
import type { IdentityVersion, Credential } from '../../api/identity/credential';
import type { SignInWay } from '../../auth/account';
import { issueToken, type IssueWish } from '../../auth/issueToken';
import { withSecret } from '../../auth/withSecret';
import { errorSentence } from '../../text/describeError';
import type { AccountContext } from '../context';

/** How a token is to be got. */
export interface TokenWish {
  /** The identity service's address as typed. */
  readonly identity: string;
  readonly credentials: IssueWish['credentials'];
  readonly isStored?: boolean;
  /** Where it is known. */
  readonly version?: IdentityVersion;
  readonly trust?: Trust;
}

/** A token with all that came with it. */
export interface Obtained extends IssuedToken {
  readonly way: Exclude<SignInWay, { kind: 'token' }>;
  readonly credential: Credential;
  readonly trust?: Trust;
}

/** Finds the identity service's version and gets a token. @returns it, or words for why there is none */
export async function obtainToken(
  { clients }: AccountContext,
  { identity, version, trust, ...who }: TokenWish,
  signal: AbortSignal,
): Promise<Obtained | string> {
  try {
    const found = await clients.discoverIdentity(identity, { version, trust }, signal);
    const { issued, credential } = await issueToken(clients, { ...found, ...who, trust }, signal);
    const way = {
      kind: credential.kind,
      identity: found.address,
      version: found.version,
      who: withSecret(credential, ''),
    } as const;
    return { ...issued, way, credential, trust };
  } catch (error) {
    return error instanceof Canceled ? '' : errorSentence(error);
  }
}
