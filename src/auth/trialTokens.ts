import type { Clients } from './clients';
import type { IssuedHere } from './issuer';
import { revokeToken } from './revokeToken';

/** The tokens that one sign-in is issued. At most one becomes an account's; the others would live on, unknown to all. */
export class TrialTokens {
  readonly #issued = new Map<string, IssuedHere>();
  /** What the sign-in asks the servers by. */
  readonly clients: Clients;

  constructor(clients: Clients) {
    this.clients = clients.hearing((issued) => this.#issued.set(issued.token, issued));
  }

  /** An account has this one now. */
  keep(token: string): void {
    this.#issued.delete(token);
  }

  /** Has those revoked that were not kept. Never rejects. @param closed as for `withTrialTokens` */
  async revoke(closed: AbortSignal): Promise<void> {
    const issued = [...this.#issued.values()];
    this.#issued.clear();
    await Promise.all(issued.map((one) => revokeToken(this.clients, one, closed)));
  }
}

/**
 * Lets something get tokens. However it ends, those that it has not kept are revoked, which nobody waits for.
 * @param closed fires when the window closes, and ends the revoking as well
 */
export async function withTrialTokens<T>(
  clients: Clients,
  closed: AbortSignal,
  work: (trial: TrialTokens) => Promise<T>,
): Promise<T> {
  const trial = new TrialTokens(clients);
  try {
    return await work(trial);
  } finally {
    void trial.revoke(closed);
  }
}
