import { Canceled } from '../base/canceled';
import type { Identity } from '../api/identity/identity';
import type { TokenSource } from '../api/tokenSource';
import type { Trust } from '../api/http/trust';
import type { Subscription } from '../base/emitter';
import { accountId, type Account } from './account';
import { AccountList } from './accountList';
import { AccountSecrets } from './accountSecrets';
import { AccountTokens } from './accountTokens';
import type { Clients } from './clients';
import type { KeyValueStore } from '../base/keyValueStore';
import type { Secret, SecretVault } from './secretVault';
import { tokenLife } from './tokenLife';

const SIGNED_OUT = { signedIn: false, expires: undefined, since: undefined } as const;

export interface AccountsOptions {
  readonly store: KeyValueStore;
  readonly vault: SecretVault;
  readonly clients: Clients;
  /** Hears of what failed where nobody waits for it. */
  readonly report: (error: unknown) => void;
  /** An account's token was refused and no other is to be had without the user: told once for each such token. */
  readonly onRefused: (account: Account) => void;
}

type IdentityWay = Exclude<Account['way'], { kind: 'token' }>;

/** What makes a new account, or signs in again to one that is known by its endpoint and tenant. */
export interface NewAccount extends Omit<Account, 'id' | 'signedIn' | 'expires' | 'since'> {
  readonly secret: Omit<Secret, 'base'>;
}

/** The accounts, of which the last selected or switched to is active. Their secrets stay in the vault. */
export class Accounts {
  readonly #options: AccountsOptions;
  readonly #list: AccountList;
  readonly #secrets: AccountSecrets;
  readonly #tokens = new Map<string, AccountTokens>();
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
      this.#secrets.follow(id).catch(report);
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
    return this.get(accountId(base));
  }

  /** Adds the account, or signs in to the one of the same endpoint and tenant; it becomes the active one. */
  async signIn({ secret, ...fields }: NewAccount): Promise<Account> {
    const id = accountId(fields.base);
    const account: Account = { ...fields, id, expires: secret.expires, since: Date.now(), signedIn: true };
    await this.#options.vault.write(id, { ...secret, base: fields.base });
    this.#forgetTokens(id);
    await this.#list.put(account);
    return account;
  }

  /** Another token for an account; how it signs in stays. */
  async updateToken(id: string, token: string, expires?: number): Promise<void> {
    const account = this.get(id);
    if (account === undefined) return;
    const renewal = account.way.kind === 'token' ? undefined : (await this.#secrets.read(account))?.renewal;
    await this.#options.vault.write(id, { base: account.base, token, expires, renewal });
    this.#forgetTokens(id);
    await this.#list.change(id, { signedIn: true, expires, since: Date.now() });
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
   * @throws when they cannot be taken out of the vault; the account is signed out all the same
   */
  async signOut(id: string): Promise<void> {
    await this.#end(id, () => this.#list.change(id, SIGNED_OUT));
  }

  /**
   * Signs out and takes the account away.
   * @throws when its secrets cannot be taken out of the vault: it stays, signed out, so that this can be tried again
   */
  async remove(id: string): Promise<void> {
    await this.#end(id, async (isForgotten) => {
      if (!isForgotten) return this.#list.change(id, SIGNED_OUT);
      await this.#list.remove(id);
      this.#tokens.delete(id);
    });
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
    if (errors.length > 0) throw errors[0];
  }

  tokens(account: Account): TokenSource {
    const known = this.#tokens.get(account.id);
    if (known !== undefined) return known;
    const now = (): Account => this.get(account.id) ?? account;
    const tokens = new AccountTokens({
      host: new URL(account.base).host,
      read: () => this.#secrets.readOrSignOut(now()),
      renew: (secret, signal) => this.#renew(now(), secret, signal),
      onRefused: () => this.#options.onRefused(now()),
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
    const { way, base, id } = account;
    const { renewal } = secret;
    if (way.kind === 'token' || renewal === undefined) return secret;
    const identity = await this.#identity(way, account);
    const issued = await identity.issue(renewal.credential, AbortSignal.any([this.#closed.signal, signal]));
    const renewed: Secret = { base, token: issued.token, ...tokenLife(issued, Date.now()), renewal };
    // Where it cannot be read now, it is as it was read before.
    const present = await this.#secrets.read(account).catch(() => secret);
    if (present?.token !== secret.token || !this.isSignedIn(id)) {
      // Signed out or in again meanwhile: what was asked for before is not kept.
      await this.#revoke(account, renewed);
      if (present === undefined || !this.isSignedIn(id)) throw new Canceled();
      return present;
    }
    await this.#options.vault.write(id, renewed);
    await this.#list.change(id, { expires: renewed.expires, since: Date.now() });
    return renewed;
  }

  /**
   * Takes an account's secret out of the vault and out of memory, and has its token revoked.
   * @param ended what becomes of the account; told whether the secret is gone
   * @throws as the vault, once all else is done
   */
  async #end(id: string, ended: (isForgotten: boolean) => Promise<void>): Promise<void> {
    const account = this.get(id);
    if (account === undefined) return;
    const secret = await this.#secrets.read(account).catch(() => this.#tokens.get(id)?.held());
    const failure = await this.#options.vault.remove(id).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    this.#forgetTokens(id);
    await ended(failure === undefined);
    await this.#revoke(account, secret);
    if (failure !== undefined) throw failure.error;
  }

  /** A pasted token may be in use elsewhere: only one that was obtained here is revoked. */
  async #revoke(account: Account, secret: Secret | undefined): Promise<void> {
    const { way } = account;
    if (way.kind === 'token' || secret === undefined) return;
    // It is forgotten here already; the log tells whether the server took it.
    await this.#identity(way, account)
      .then((identity) => identity.revoke(secret.token, this.#closed.signal))
      .catch(() => undefined);
  }

  #identity({ identity: address, version }: IdentityWay, trust: Trust): Promise<Identity> {
    return this.#options.clients.identity({ address, version }, trust);
  }

  /** Those who hold the account's tokens keep their place and read the secret anew. */
  #forgetTokens(id: string): void {
    this.#tokens.get(id)?.forget();
  }
}
