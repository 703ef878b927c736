import { Canceled } from '../base/canceled';
import type { TokenSource } from '../api/tokenSource';
import type { Subscription } from '../base/emitter';
import { accountId, isSameBase, type Account } from './account';
import { AccountList } from './accountList';
import { AccountSecrets } from './accountSecrets';
import { AccountTokens } from './accountTokens';
import type { AccountsOptions } from './accountsOptions';
import type { IssuedHere } from './issuer';
import { KeyedQueue } from '../base/keyedQueue';
import { revokeToken } from './revokeToken';
import type { Secret } from './secretVault';
import { SecretNotRemoved } from './secretNotRemoved';
import { signedIn, signedOut } from './signedState';
import { tokenLife } from './tokenLife';

/** What makes a new account, or signs in again to one that is known by its endpoint and tenant. */
export interface NewAccount extends Omit<Account, 'id' | 'signedIn' | 'signedOutAt' | 'expires' | 'since'> {
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
    this.#list = new AccountList(options.store);
    this.onDidChange = this.#list.onDidChange;
    const { vault, report } = options;
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

  /**
   * Adds the account, or signs in to the one of the same endpoint and tenant; it becomes the active one. A token that was
   * obtained for it before is revoked, which nobody waits for.
   */
  async signIn({ secret, ...fields }: NewAccount): Promise<Account> {
    const id = this.known(fields.base)?.id ?? accountId(fields.base);
    const given = Date.now();
    const account: Account = { ...fields, id, expires: secret.expires, ...signedIn(given) };
    const replaced = await this.#queue.run(id, async () => {
      const before = await this.#secrets.issued(id, this.#tokens.get(id)?.held);
      await this.#options.vault.write(id, { ...secret, base: fields.base, given });
      this.#tokens.get(id)?.replaced();
      await this.#list.put(account);
      return before;
    });
    if (replaced?.token !== secret.token) void this.#revoke(replaced);
    return account;
  }

  /**
   * Another token for an account, which somebody else obtained; how it signs in stays.
   * @returns whether there is that account, so that the token is kept
   * @throws {ApiError} of kind `secretUnreadable`
   */
  async updateToken(id: string, token: string, expires?: number): Promise<boolean> {
    const { isKept, replaced } = await this.#queue.run(id, async () => {
      const account = this.get(id);
      if (account === undefined) return { isKept: false };
      const before = await this.#secrets.issued(id, this.#tokens.get(id)?.held);
      const renewal =
        account.method.kind === 'token' ? undefined : (await this.#secrets.read(account))?.renewal;
      const given = Date.now();
      const secret = { base: account.base, token, expires, given, renewal };
      const isKept = await this.#secrets.keep(id, secret, () => this.get(id) !== undefined);
      if (isKept) {
        this.#tokens.get(id)?.replaced();
        await this.#list.change(id, { expires, ...signedIn(given) });
      }
      return { isKept, replaced: before };
    });
    if (replaced?.token !== token) void this.#revoke(replaced);
    return isKept;
  }

  async rename(id: string, label: string): Promise<void> {
    await this.#list.change(id, { label });
  }

  async setActive(id: string): Promise<void> {
    await this.#list.setActive(id);
  }

  /**
   * Forgets the account's secrets, and has a token that was obtained for it revoked by the service that issued it, where
   * that can. They are
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
    // Another window may have changed how the account signs in since its secret was read.
    if (method.kind === 'token' || renewal?.identity !== method.identity) return secret;
    const { identity: address, version } = method;
    const issuer = { identity: address, version };
    const identity = await this.#options.clients.identity({ address, version }, account);
    const issued = await identity.issue(renewal.credential, AbortSignal.any([this.#closed.signal, signal]));
    const life = tokenLife(issued, Date.now());
    const renewed: Secret = { base, token: issued.token, ...life, issuer, renewed: true, renewal };
    const present = await this.#queue.run(id, () => this.#keepRenewed(id, secret, renewed));
    // Signed out or in again meanwhile: what was asked for before is not kept.
    if (present !== renewed) await this.#revoke({ token: renewed.token, issuer, trust: account });
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
    const { issued, failure } = await this.#queue.run(id, async () => {
      if (this.get(id) === undefined) return {};
      // First of all: by that another window knows that what it has just got for the account is not wanted.
      await this.#list.change(id, signedOut());
      const forgotten = await this.#secrets.remove(id, this.#tokens.get(id)?.held);
      this.#forgetTokens(id);
      if (end === 'remove' && forgotten.failure === undefined) {
        await this.#list.remove(id);
        this.#tokens.delete(id);
      }
      return forgotten;
    });
    await this.#revoke(issued);
    if (failure !== undefined) throw new SecretNotRemoved(end, failure.error);
  }

  /** A pasted token may be in use elsewhere: only one that was issued here is revoked. */
  async #revoke(issued: IssuedHere | undefined): Promise<void> {
    if (issued !== undefined) await revokeToken(this.#options.clients, issued, this.#closed.signal);
  }

  /** Those who hold the account's tokens keep their place and read the secret anew. */
  #forgetTokens(id: string): void {
    this.#tokens.get(id)?.forget();
  }
}
