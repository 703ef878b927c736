import { Canceled } from '../base/canceled';
import type { Identity } from '../api/identity/identity';
import type { TokenSource } from '../api/tokenSource';
import type { Trust } from '../api/http/trust';
import type { Subscription } from '../base/emitter';
import { accountId, isSameBase, type Account, type IdentityMethod } from './account';
import { AccountList } from './accountList';
import { AccountSecrets } from './accountSecrets';
import { AccountTokens, type Refused } from './accountTokens';
import type { Clients } from './clients';
import { KeyedQueue } from '../base/keyedQueue';
import type { KeyValueStore } from '../base/keyValueStore';
import type { Secret, SecretVault } from './secretVault';
import { SecretNotRemoved } from './secretNotRemoved';
import { tokenLife } from './tokenLife';

const SIGNED_OUT = { signedIn: false, expires: undefined, since: undefined } as const;

/** What accounts are kept with, and who hears of them. */
export interface AccountsOptions {
  readonly store: KeyValueStore;
  readonly vault: SecretVault;
  readonly clients: Clients;
  /** Hears of what failed where nobody waits for it. */
  readonly report: (error: unknown) => void;
  /** An account's token was refused and no other is to be had without the user: called once until one is accepted. */
  readonly onRefused: (account: Account, refused: Refused) => void;
}

/** What makes a new account, or signs in again to one that is known by its endpoint and tenant. */
export interface NewAccount extends Omit<Account, 'id' | 'signedIn' | 'expires' | 'since'> {
  readonly secret: Omit<Secret, 'base'>;
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
    this.#list = new AccountList(options.store);
    this.onDidChange = this.#list.onDidChange;
    const { vault, report } = options;
    this.#secrets = new AccountSecrets({ vault, report, list: this.#list });
    this.#secretChanges = vault.onDidChange((id) => {
      this.#forgetTokens(id);
      this.#queue.run(id, () => this.#follow(id)).catch(report);
    });
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

  /** The account of this endpoint and tenant, where there is one already. */
  known(base: string): Account | undefined {
    return this.get(accountId(base)) ?? this.all.find((account) => isSameBase(account.base, base));
  }

  /** Adds the account, or signs in to the one of the same endpoint and tenant; it becomes the active one. */
  async signIn({ secret, ...fields }: NewAccount): Promise<Account> {
    const id = this.known(fields.base)?.id ?? accountId(fields.base);
    const account: Account = { ...fields, id, expires: secret.expires, since: Date.now(), signedIn: true };
    await this.#queue.run(id, async () => {
      await this.#options.vault.write(id, { ...secret, base: fields.base });
      this.#tokens.get(id)?.replaced();
      await this.#list.put(account);
    });
    return account;
  }

  /** Another token for an account; how it signs in stays. @throws {ApiError} of kind `secretUnreadable` */
  async updateToken(id: string, token: string, expires?: number): Promise<void> {
    await this.#queue.run(id, async () => {
      const account = this.get(id);
      if (account === undefined) return;
      const renewal =
        account.method.kind === 'token' ? undefined : (await this.#secrets.read(account))?.renewal;
      const secret = { base: account.base, token, expires, renewal };
      if (!(await this.#secrets.keep(id, secret, () => this.get(id) !== undefined))) return;
      this.#tokens.get(id)?.replaced();
      await this.#list.change(id, { signedIn: true, expires, since: Date.now() });
    });
  }

  async rename(id: string, label: string): Promise<void> {
    await this.#list.change(id, { label });
  }

  async setActive(id: string): Promise<void> {
    await this.#list.setActive(id);
  }

  /**
   * Forgets the account's secrets, and has a token that was obtained for it revoked where the server can. They are
   * forgotten whether it answers or not.
   * @throws {SecretNotRemoved} when they cannot be taken out of the vault; the account is signed out all the same
   */
  async signOut(id: string): Promise<void> {
    await this.#end(id, 'signOut');
  }

  /**
   * Signs out and takes the account away.
   * @throws {SecretNotRemoved} when its secrets cannot be taken out of the vault: it stays, signed out, so that this can
   * be tried again
   */
  async remove(id: string): Promise<void> {
    await this.#end(id, 'remove');
  }

  /** Takes those away that cannot be read, with their secrets. @throws as `remove` does, and those stay */
  async removeUnread(): Promise<void> {
    const errors: unknown[] = [];
    await this.#list.removeUnread(async (id) => {
      try {
        if (id !== undefined) await this.#options.vault.remove(id);
        return true;
      } catch (error) {
        errors.push(error);
        return false;
      }
    });
    if (errors.length > 0) throw new SecretNotRemoved('removeUnread', errors[0]);
  }

  tokens(account: Account): TokenSource {
    const known = this.#tokens.get(account.id);
    if (known !== undefined) return known;
    const now = (): Account => this.get(account.id) ?? account;
    const tokens = new AccountTokens({
      host: new URL(account.base).host,
      read: () => this.#queue.run(account.id, () => this.#secrets.readOrSignOut(now())),
      renew: (secret, signal) => this.#renew(now(), secret, signal),
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

  async #renew(account: Account, secret: Secret, signal: AbortSignal): Promise<Secret> {
    const { method, base, id } = account;
    const { renewal } = secret;
    if (method.kind === 'token' || renewal === undefined) return secret;
    const identity = await this.#identity(method, account);
    const issued = await identity.issue(renewal.credential, AbortSignal.any([this.#closed.signal, signal]));
    const life = tokenLife(issued, Date.now());
    const renewed: Secret = { base, token: issued.token, ...life, renewed: true, renewal };
    const present = await this.#queue.run(id, () => this.#keepRenewed(id, secret, renewed));
    // Signed out or in again meanwhile: what was asked for before is not kept.
    if (present !== renewed) await this.#revoke(account, renewed);
    if (present === undefined) throw new Canceled();
    return present;
  }

  /** @returns what the account has from now on: another secret where one was given meanwhile, none where it was signed out */
  async #keepRenewed(id: string, before: Secret, renewed: Secret): Promise<Secret | undefined> {
    const account = this.get(id);
    if (account?.signedIn !== true) return undefined;
    // Where it cannot be read now, it is as it was read before.
    const present = await this.#secrets.read(account).catch(() => before);
    if (present?.token !== before.token) return present;
    if (!(await this.#secrets.keep(id, renewed, () => this.isSignedIn(id)))) return undefined;
    this.#tokens.get(id)?.hold(renewed);
    await this.#list.change(id, { expires: renewed.expires, since: Date.now() });
    return renewed;
  }

  /** Signs an account out, and where it is to be removed takes it away. @throws {SecretNotRemoved} once all else is done */
  async #end(id: string, end: 'signOut' | 'remove'): Promise<void> {
    const account = this.get(id);
    if (account === undefined) return;
    const { secret, failure } = await this.#queue.run(id, async () => {
      // First of all: by that another window knows that what it has just got for the account is not wanted.
      await this.#list.change(id, SIGNED_OUT);
      const forgotten = await this.#secrets.remove(account, this.#tokens.get(id)?.held);
      this.#forgetTokens(id);
      if (end === 'remove' && forgotten.failure === undefined) {
        await this.#list.remove(id);
        this.#tokens.delete(id);
      }
      return forgotten;
    });
    await this.#revoke(account, secret);
    if (failure !== undefined) throw new SecretNotRemoved(end, failure.error);
  }

  /** A pasted token may be in use elsewhere: only one that was obtained here is revoked. */
  async #revoke(account: Account, secret: Secret | undefined): Promise<void> {
    const { method } = account;
    if (method.kind === 'token' || secret === undefined) return;
    // It is forgotten here already; the log tells whether the server took it.
    await this.#identity(method, account)
      .then((identity) => identity.revoke(secret.token, this.#closed.signal))
      .catch(() => undefined);
  }

  #identity({ identity: address, version }: IdentityMethod, trust: Trust): Promise<Identity> {
    return this.#options.clients.identity({ address, version }, trust);
  }

  async #follow(id: string): Promise<void> {
    if (!this.#closed.signal.aborted) await this.#secrets.follow(id);
  }

  /** Those who hold the account's tokens keep their place and read the secret anew. */
  #forgetTokens(id: string): void {
    this.#tokens.get(id)?.forget();
  }
}
