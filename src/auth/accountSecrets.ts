import { ApiError } from '../api/apiError';
import type { Account } from './account';
import type { AccountList } from './accountList';
import type { Secret, SecretVault } from './secretVault';

/** What the secrets of accounts are kept with. */
export interface AccountSecretsOptions {
  readonly vault: SecretVault;
  readonly list: AccountList;
  /** Hears why the vault failed. */
  readonly report: (error: unknown) => void;
}

/** What was taken out of the vault, and what hindered that. */
export interface RemovedSecret {
  readonly secret?: Secret;
  readonly failure?: { readonly error: unknown };
}

/**
 * What the vault holds for each account, and whether an account is signed in by it. Secret and account are stored apart
 * and take a while: whoever calls this does one thing at a time for each account.
 */
export class AccountSecrets {
  constructor(private readonly options: AccountSecretsOptions) {}

  /**
   * The secret of an account; one that was given for another endpoint or identity service is none.
   * @throws {ApiError} of kind `secretUnreadable`: a vault that fails has forgotten nothing
   */
  async read({ id, base, method }: Account): Promise<Secret | undefined> {
    const { vault, report } = this.options;
    try {
      const secret = await vault.read(id);
      if (secret?.base !== base) return undefined;
      const bound = method.kind !== 'token' && secret.renewal?.identity === method.identity;
      return bound ? secret : { ...secret, renewal: undefined };
    } catch (error) {
      report(error);
      throw new ApiError('secretUnreadable', { host: new URL(base).host });
    }
  }

  /** The same; an account without one is signed out. @throws as `read` */
  async readOrSignOut(account: Account): Promise<Secret | undefined> {
    const { list } = this.options;
    const secret = await this.read(account);
    if (secret === undefined && list.isSignedIn(account.id)) {
      await list.change(account.id, { signedIn: false });
    }
    return secret;
  }

  /**
   * Keeps a secret for as long as the account wants one: another window may be ending it just now, which is known by the
   * list before the vault is emptied.
   * @param isWanted asked before and after
   * @returns whether it is kept
   */
  async keep(id: string, secret: Secret, isWanted: () => boolean): Promise<boolean> {
    const { vault, report } = this.options;
    if (!isWanted()) return false;
    await vault.write(id, secret);
    if (isWanted()) return true;
    await vault.remove(id).catch(report);
    return false;
  }

  /**
   * Takes the secret of an account out of the vault.
   * @param held what it is where it cannot be read any more
   * @returns the secret that was there, and with `failure` why it may be there still
   */
  async remove(account: Account, held: Secret | undefined): Promise<RemovedSecret> {
    const secret = await this.read(account).catch(() => held);
    try {
      await this.options.vault.remove(account.id);
      return { secret };
    } catch (error) {
      return { secret, failure: { error } };
    }
  }

  /**
   * What became of a secret in another window is so here too. One that was renewed signs no account in: the renewal may
   * have been overtaken by the end of the account.
   */
  async follow(id: string): Promise<void> {
    const { list } = this.options;
    const account = list.get(id);
    const signedIn = account !== undefined && (await this.#signsIn(account));
    if (list.isSignedIn(id) === signedIn) list.announce();
    else await list.change(id, { signedIn });
  }

  /** What cannot be read may be there still. */
  async #signsIn(account: Account): Promise<boolean> {
    const { list } = this.options;
    try {
      const secret = await this.read(account);
      return secret?.renewed === true ? list.isSignedIn(account.id) : secret !== undefined;
    } catch {
      return list.isSignedIn(account.id);
    }
  }
}
