/**
 * What the vault's refusal to give up a secret has left undone.
 *
 * - `signOut`: the account is signed out, its secret may still be stored
 * - `remove`: the same, and so the account stays
 * - `removeUnread`: of the accounts that cannot be read some stay
 */
export type RemovalInterrupted = 'signOut' | 'remove' | 'removeUnread';

/** A secret may still be where secrets are stored: it was not given up there. */
export class SecretNotRemoved extends Error {
  override readonly name = 'SecretNotRemoved';

  /** @param cause what the vault failed with */
  constructor(
    readonly interrupted: RemovalInterrupted,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
