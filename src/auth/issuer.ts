import type { Trust } from '../api/http/trust';
import type { IdentityMethod } from './account';

/** The identity service that issued a token to the extension: the only one that is asked to revoke it. */
export type Issuer = Pick<IdentityMethod, 'identity' | 'version'>;

/** A token that was issued to the extension, not one that somebody else obtained and may be using elsewhere. */
export interface IssuedHere {
  readonly token: string;
  readonly issuer: Issuer;
  /** What the issuer is known by. */
  readonly trust: Trust;
}
