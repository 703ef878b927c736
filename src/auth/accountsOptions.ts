import type { KeyValueStore } from '../base/keyValueStore';
import type { Account } from './account';
import type { RefusedSecret } from './accountTokens';
import type { Clients } from './clients';
import type { SecretVault } from './secretVault';

/** What accounts are kept with, and who hears of them. */
export interface AccountsOptions {
  readonly store: KeyValueStore;
  readonly vault: SecretVault;
  readonly clients: Clients;
  /** Hears of what failed where nobody waits for it. */
  readonly report: (error: unknown) => void;
  /** An account's token was refused and no other is to be had without the user: called once until one is accepted. */
  readonly onRefused: (account: Account, refused: RefusedSecret) => void;
}
