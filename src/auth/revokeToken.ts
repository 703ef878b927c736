import type { Clients } from './clients';
import type { IssuedHere } from './issuer';

/**
 * Has a token revoked by the service that issued it. It is of no use here any more, whether that answers or not: what
 * came of it is in the log. Never rejects.
 */
export async function revokeToken(
  clients: Clients,
  { token, issuer: { identity: address, version }, trust }: IssuedHere,
  signal: AbortSignal,
): Promise<void> {
  try {
    const identity = await clients.identity({ address, version }, trust);
    await identity.revoke(token, signal);
  } catch {
    // The request has been logged.
  }
}
