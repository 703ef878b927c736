import type { Agent } from 'node:http';
import { Canceled } from '../base/canceled';
import { Identity } from '../api/identity/identity';
import { fieldsOf, textOrNone } from '../base/fields';
import type { RequestLog } from '../api/http/requestLog';
import type { TokenSource } from '../api/tokenSource';
import { Emitter, type Subscription } from '../base/emitter';
import { accountId, type Account } from './account';
import { AccountTokens } from './accountTokens';
import { AuthorityAgents } from './authorityAgents';
import type { KeyValueStore } from '../base/keyValueStore';
import type { Secret, SecretVault } from './secretVault';
import { readAccounts, unreadEntries, withUnread, type StoredAccounts } from './storedAccounts';
import { tokenLife } from './tokenLife';

const KEY = 'accounts';

export interface AccountsOptions {
  readonly store: KeyValueStore;
  readonly vault: SecretVault;
  /** Seconds for one whole request. */
  readonly timeout: () => number;
  readonly log: RequestLog;
  /** Hears of what failed where nobody waits for it. */
  readonly report: (error: unknown) => void;
  /** An account's token was refused and no other is to be had without the user: told once for each such token. */
  readonly onRefused: (account: Account) => void;
}

/** What makes a new account, or signs in again to one that is known by its endpoint and tenant. */
export interface NewAccount extends Omit<Account, 'id' | 'signedIn' | 'expires' | 'since'> {
  readonly secret: Omit<Secret, 'base'>;
}

/** The accounts, of which the last selected or switched to is active. Their secrets stay in the vault. */
export class Accounts {
  readonly #options: AccountsOptions;
  readonly #changed = new Emitter<void>();
  readonly #tokens = new Map<string, AccountTokens>();
  readonly #agents = new AuthorityAgents();
  readonly #secretChanges: Subscription;
  readonly #closed = new AbortController();
  /** How many changes of each account's secret were heard of: only the last one is followed. */
  readonly #turns = new Map<string, number>();

  /** Accounts, the active one, or whether one is signed in have changed. */
  readonly onDidChange = this.#changed.event;

  constructor(options: AccountsOptions) {
    this.#options = options;
    this.#secretChanges = options.vault.onDidChange((id) => {
      this.#follow(id).catch(options.report);
    });
  }

  get all(): readonly Account[] {
    return this.#stored().accounts;
  }

  get active(): Account | undefined {
    const { accounts, active } = this.#stored();
    return accounts.find(({ id }) => id === active) ?? accounts[0];
  }

  /** How many stored accounts cannot be read: those of a later version, or broken ones. */
  get unread(): number {
    return unreadEntries(this.#options.store.get(KEY)).length;
  }

  get(id: string): Account | undefined {
    return this.all.find((account) => account.id === id);
  }

  isSignedIn(id: string): boolean {
    return this.get(id)?.signedIn ?? false;
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
    const others = this.all.filter((other) => other.id !== id);
    const place = this.all.findIndex((other) => other.id === id);
    const accounts = place === -1 ? [...others, account] : others.toSpliced(place, 0, account);
    await this.#store({ accounts, active: id });
    return account;
  }

  /** Another token for an account; how it signs in stays. */
  async updateToken(id: string, token: string, expires?: number): Promise<void> {
    const account = this.get(id);
    if (account === undefined) return;
    const kept = await this.#options.vault.read(id);
    await this.#options.vault.write(id, { base: account.base, token, expires, renewal: kept?.renewal });
    this.#forgetTokens(id);
    await this.#change(id, { signedIn: true, expires, since: Date.now() });
  }

  async rename(id: string, label: string): Promise<void> {
    await this.#change(id, { label });
  }

  async setActive(id: string): Promise<void> {
    await this.#store({ ...this.#stored(), active: id });
  }

  /**
   * Forgets the account's secrets, and has a token that was obtained for it revoked where the server can. They are
   * forgotten whether it answers or not.
   */
  async signOut(id: string): Promise<void> {
    const account = this.get(id);
    if (account === undefined) return;
    const forgotten = await this.#forgetSecret(account, () =>
      this.#change(id, { signedIn: false, expires: undefined, since: undefined }),
    );
    await this.#revoke(account, forgotten);
  }

  /** Signs out and takes the account away. */
  async remove(id: string): Promise<void> {
    const account = this.get(id);
    if (account === undefined) return;
    const forgotten = await this.#forgetSecret(account, () => {
      const { accounts, active } = this.#stored();
      const rest = accounts.filter((other) => other.id !== id);
      return this.#store({ accounts: rest, active: active === id ? rest[0]?.id : active });
    });
    this.#tokens.delete(id);
    await this.#revoke(account, forgotten);
  }

  /** Takes those away that cannot be read, with their secrets. */
  async removeUnread(): Promise<void> {
    const { store, vault } = this.#options;
    const ids = unreadEntries(store.get(KEY)).map((entry) => textOrNone(fieldsOf(entry).id));
    await store.update(KEY, this.#stored());
    for (const id of ids) if (id !== undefined && this.get(id) === undefined) await vault.remove(id);
    this.#changed.fire();
  }

  tokens(account: Account): TokenSource {
    const known = this.#tokens.get(account.id);
    if (known !== undefined) return known;
    const now = (): Account => this.get(account.id) ?? account;
    const tokens = new AccountTokens({
      host: new URL(account.base).host,
      read: () => this.#readOrSignOut(now()),
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

  /** For an account whose servers have a certificate authority of their own; `undefined` for all others. */
  agent({ cacert }: Pick<Account, 'cacert'>): Agent | undefined {
    return this.#agents.get(cacert);
  }

  /** The identity service that an account or a sign-in gets its tokens from. */
  identity(way: Exclude<Account['way'], { kind: 'token' }>, cacert: string | undefined): Identity {
    const { timeout, log } = this.#options;
    return new Identity({
      address: way.identity,
      version: way.version,
      timeout,
      log,
      agent: this.#agents.get(cacert),
    });
  }

  dispose(): void {
    this.#closed.abort();
    this.#secretChanges.dispose();
    this.#changed.dispose();
    this.#agents.dispose();
  }

  /** What became of a secret in another window is so here too. */
  async #follow(id: string): Promise<void> {
    this.#tokens.get(id)?.forget();
    const account = this.get(id);
    if (account === undefined) {
      this.#turns.delete(id);
      this.#changed.fire();
      return;
    }
    const turn = (this.#turns.get(id) ?? 0) + 1;
    this.#turns.set(id, turn);
    const secret = await this.#read(account);
    if (this.#turns.get(id) !== turn) return;
    const signedIn = secret !== undefined;
    if (this.isSignedIn(id) === signedIn) this.#changed.fire();
    else await this.#change(id, { signedIn });
  }

  async #renew(account: Account, secret: Secret, signal: AbortSignal): Promise<Secret> {
    const { way, base, cacert, id } = account;
    const { renewal } = secret;
    if (way.kind === 'token' || renewal === undefined) return secret;
    const issued = await this.identity(way, cacert).issue(
      renewal.credential,
      AbortSignal.any([this.#closed.signal, signal]),
    );
    const renewed: Secret = { base, token: issued.token, ...tokenLife(issued, Date.now()), renewal };
    const present = await this.#read(account);
    if (present?.token !== secret.token || !this.isSignedIn(id)) {
      // Signed out or in again meanwhile: what was asked for before is not kept.
      await this.#revoke(account, renewed);
      if (present === undefined || !this.isSignedIn(id)) throw new Canceled();
      return present;
    }
    await this.#options.vault.write(id, renewed);
    await this.#change(id, { expires: renewed.expires, since: Date.now() });
    return renewed;
  }

  /** The secret of an account; one that was given for another endpoint or identity service is none. */
  async #read({ id, base, way }: Account): Promise<Secret | undefined> {
    const secret = await this.#options.vault.read(id);
    if (secret?.base !== base) return undefined;
    const bound = way.kind !== 'token' && secret.renewal?.identity === way.identity;
    return bound ? secret : { ...secret, renewal: undefined };
  }

  async #readOrSignOut(account: Account): Promise<Secret | undefined> {
    const secret = await this.#read(account);
    if (secret === undefined && this.isSignedIn(account.id))
      await this.#change(account.id, { signedIn: false });
    return secret;
  }

  /** @param forgotten what to do as soon as no secret is left, or could be taken away */
  async #forgetSecret(account: Account, forgotten: () => Promise<void>): Promise<Secret | undefined> {
    const secret = await this.#read(account);
    try {
      await this.#options.vault.remove(account.id);
    } finally {
      this.#forgetTokens(account.id);
      await forgotten();
    }
    return secret;
  }

  /** A pasted token may be in use elsewhere: only one that was obtained here is revoked. */
  async #revoke({ way, cacert }: Account, secret: Secret | undefined): Promise<void> {
    if (way.kind === 'token' || secret === undefined) return;
    // It is forgotten here already; the log tells whether the server took it.
    await this.identity(way, cacert)
      .revoke(secret.token, this.#closed.signal)
      .catch(() => undefined);
  }

  /** Those who hold the account's tokens keep their place and read the secret anew. */
  #forgetTokens(id: string): void {
    this.#tokens.get(id)?.forget();
  }

  async #change(id: string, change: Partial<Account>): Promise<void> {
    const { accounts, active } = this.#stored();
    await this.#store({
      accounts: accounts.map((account) => (account.id === id ? { ...account, ...change } : account)),
      active,
    });
  }

  async #store(stored: StoredAccounts): Promise<void> {
    const { store } = this.#options;
    await store.update(KEY, withUnread(stored, store.get(KEY)));
    this.#changed.fire();
  }

  #stored(): StoredAccounts {
    return readAccounts(this.#options.store.get(KEY));
  }
}
