import { ApiError } from '../api/apiError';
import type { Account } from './account';
import type { AccountList } from './accountList';
import type { Secret, SecretVault } from './secretVault';

export interface AccountSecretsOptions {
  readonly vault: SecretVault;
  readonly list: AccountList;
  /** Hears why the vault failed. */
  readonly report: (error: unknown) => void;
}

/** What the vault holds for each account, and whether an account is signed in by it. */
export class AccountSecrets {
  readonly #options: AccountSecretsOptions;
  /** How many changes of each account's secret were heard of: only the last one is followed. */
  readonly #turns = new Map<string, number>();

  constructor(options: AccountSecretsOptions) {
    this.#options = options;
  }

  /**
   * The secret of an account; one that was given for another endpoint or identity service is none.
   * @throws as the vault
   */
  async read({ id, base, way }: Account): Promise<Secret | undefined> {
    const secret = await this.#options.vault.read(id);
    if (secret?.base !== base) return undefined;
    const bound = way.kind !== 'token' && secret.renewal?.identity === way.identity;
    return bound ? secret : { ...secret, renewal: undefined };
  }

  /**
   * The same; an account without one is signed out.
   * @throws {ApiError} of kind `secretUnreadable`: a vault that fails has forgotten nothing
   */
  async readOrSignOut(account: Account): Promise<Secret | undefined> {
    const { list, report } = this.#options;
    try {
      const secret = await this.read(account);
      if (secret === undefined && list.isSignedIn(account.id)) {
        await list.change(account.id, { signedIn: false });
      }
      return secret;
    } catch (error) {
      report(error);
      throw new ApiError('secretUnreadable', { host: new URL(account.base).host });
    }
  }

  /** What became of a secret in another window is so here too. */
  async follow(id: string): Promise<void> {
    const { list } = this.#options;
    const account = list.get(id);
    if (account === undefined) {
      this.#turns.delete(id);
      list.announce();
      return;
    }
    const turn = (this.#turns.get(id) ?? 0) + 1;
    this.#turns.set(id, turn);
    const signedIn = await this.#has(account);
    if (this.#turns.get(id) !== turn) return;
    if (list.isSignedIn(id) === signedIn) list.announce();
    else await list.change(id, { signedIn });
  }

  /** What cannot be read may be there still. */
  async #has(account: Account): Promise<boolean> {
    const { list, report } = this.#options;
    try {
      return (await this.read(account)) !== undefined;
    } catch (error) {
      report(error);
      return list.isSignedIn(account.id);
    }
  }
}
