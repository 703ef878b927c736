import type { Clients } from './clients';
import type { IssuedHere } from './issuer';

/**
 * What became of a token that is of no use here any more.
 *
 * - `revoked`: it works no longer
 * - `notRevoked`: it was issued here, and works until it expires
 * - `forgotten`: there was none that was issued here; a pasted one may be in use elsewhere
 */
export type EndedToken = 'revoked' | 'notRevoked' | 'forgotten';

/**
 * Has a token revoked by the service that issued it. It is of no use here any more, whether that answers or not: why it
 * does not is in the log. Never rejects.
 */
export async function revokeToken(
  clients: Clients,
  { token, issuer: { identity: address, version }, trust }: IssuedHere,
  signal: AbortSignal,
): Promise<Exclude<EndedToken, 'forgotten'>> {
  try {
    const identity = await clients.identity({ address, version }, trust);
    return (await identity.revoke(token, signal)) ? 'revoked' : 'notRevoked';
  } catch {
    // The request has been logged.
    return 'notRevoked';
  }
}
