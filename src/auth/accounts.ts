import type { ImagesAddress } from '../api/images/imagesService';
import type { TokenSource } from '../api/tokenSource';
import type { Subscription } from '../base/emitter';
import type { Account } from './account';
import type { AccountChanges, TokenFacts } from './accountChanges';
import { AccountList } from './accountList';
import { AccountSecrets } from './accountSecrets';
import { AccountTokens } from './accountTokens';
import type { AccountsOptions } from './accountsOptions';
import type { EndedToken } from './revokeToken';
import { KeyedQueue } from '../base/keyedQueue';
import type { Secret } from './secretVault';
import { signedIn, type StateBySecret } from './signedState';

/** What makes a new account, or signs in again to one that is known by its endpoint and tenant: see `knownAccounts`. */
export interface NewAccount extends Omit<Account, 'id' | keyof StateBySecret> {
  readonly secret: Omit<Secret, 'base' | 'given'>;
}

/**
 * The accounts, of which the last selected or switched to is active. Their secrets stay in the vault. What changes or reads
 * the secret of an account is done one after the other for each account; requests to a server are made between that.
 */
export class Accounts {
  readonly #options: AccountsOptions;
  readonly #list: AccountList;
  readonly #secrets: AccountSecrets;
  readonly #tokens = new Map<string, AccountTokens>();
  readonly #queue = new KeyedQueue();
  readonly #secretChanges: Subscription;
  readonly #closed = new AbortController();

  /** Accounts, the active one, or whether one is signed in have changed. */
  readonly onDidChange: AccountList['onDidChange'];

  constructor(options: AccountsOptions) {
    this.#options = options;
    const { store, vault, report } = options;
    this.#list = new AccountList(store, report);
    this.onDidChange = this.#list.onDidChange;
    this.#secrets = new AccountSecrets({ vault, report, list: this.#list });
    this.#secretChanges = vault.onDidChange((id) => {
      this.#forgetTokens(id);
      this.#queue
        .run(id, async () => {
          if (!this.#closed.signal.aborted) await this.#secrets.follow(id);
        })
        .catch(report);
    });
  }

  /** Fires when the window closes: what is asked for accounts ends with it. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  get all(): readonly Account[] {
    return this.#list.all;
  }

  get active(): Account | undefined {
    return this.#list.active;
  }

  /** How many stored accounts cannot be read: those of a later version, or broken ones. */
  get unread(): number {
    return this.#list.unread;
  }

  get(id: string): Account | undefined {
    return this.#list.get(id);
  }

  isSignedIn(id: string): boolean {
    return this.#list.isSignedIn(id);
  }

  /**
   * Adds the account, or signs in to the one of the same endpoint and tenant; it becomes the active one. A token that was
   * obtained for it before is revoked, which nobody waits for.
   * @param id of the account that is signed in to, where that is known otherwise
   */
  async signIn({ secret, ...fields }: NewAccount, id?: string): Promise<Account> {
    const given = Date.now();
    const changes = await this.#changes();
    const account: Account = {
      ...fields,
      id: id ?? changes.idOf(fields),
      ...signedIn(secret, given),
    };
    await changes.signIn(account, { ...secret, base: fields.base, given });
    return account;
  }

  /**
   * Another token for an account, which somebody else obtained; how it signs in stays.
   * @returns whether there is that account, so that the token is kept
   * @throws {ApiError} of kind `secretUnreadable`
   */
  async updateToken(id: string, token: string, facts: TokenFacts = {}): Promise<boolean> {
    return (await this.#changes()).updateToken(id, token, facts);
  }

  /**
   * The images of an account come from another address of its project from now on; it keeps its id, its name and how it
   * signs in.
   * @param place proved by its own token
   * @returns whether it is there, and signed in
   * @throws {ApiError} of kind `secretUnreadable`
   */
  async move(id: string, place: ImagesAddress): Promise<boolean> {
    return (await this.#changes()).move(id, place);
  }

  async rename(id: string, label: string): Promise<void> {
    await this.#list.change(id, { label });
  }

  async setActive(id: string): Promise<void> {
    await this.#list.setActive(id);
  }

  /**
   * Forgets the account's secrets, and has a token that was obtained for it revoked by the service that issued it, where
   * that can. They are forgotten whether it answers or not.
   * @returns what became of its token
   * @throws {SecretNotRemoved} when they cannot be taken out of the vault; the account is signed out all the same
   */
  async signOut(id: string): Promise<EndedToken> {
    return (await this.#changes()).end(id, 'signOut');
  }

  /**
   * Signs out and takes the account away.
   * @throws {SecretNotRemoved} when its secrets cannot be taken out of the vault: it stays, signed out, so that this can
   * be tried again
   */
  async remove(id: string): Promise<void> {
    await (await this.#changes()).end(id, 'remove');
  }

  /** Takes those away that cannot be read, with their secrets. @throws as `remove` does, and those stay */
  async removeUnread(): Promise<void> {
    await (await this.#changes()).removeUnread();
  }

  tokens(account: Account): TokenSource {
    const known = this.#tokens.get(account.id);
    if (known !== undefined) return known;
    const now = (): Account => this.get(account.id) ?? account;
    const tokens = new AccountTokens({
      get host() {
        return new URL(now().base).host;
      },
      read: () => this.#queue.run(account.id, () => this.#secrets.readOrSignOut(now())),
      renew: async (secret, signal) => (await this.#changes()).renew(now(), secret, signal),
      onRefused: (refused) => this.#options.onRefused(now(), refused),
    });
    this.#tokens.set(account.id, tokens);
    return tokens;
  }

  /** A person asks for something of an account: a token that was refused before is tried once more. */
  askAgain(id: string): void {
    this.#tokens.get(id)?.askAgain();
  }

  dispose(): void {
    this.#closed.abort();
    this.#secretChanges.dispose();
    this.#list.dispose();
  }

  /** Loaded when needed: most starts change no account. */
  async #changes(): Promise<AccountChanges> {
    const { AccountChanges } = await import('./accountChanges');
    return new AccountChanges({
      ...this.#options,
      list: this.#list,
      secrets: this.#secrets,
      tokens: this.#tokens,
      queue: this.#queue,
      closed: this.#closed.signal,
    });
  }

  /** Those who hold the account's tokens keep their place and read the secret anew. */
  #forgetTokens(id: string): void {
    this.#tokens.get(id)?.forget();
  }
}
