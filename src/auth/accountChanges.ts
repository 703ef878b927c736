import type { Trust } from '../api/http/trust';
import type { ImagesAddress } from '../api/images/imagesService';
import { Canceled } from '../base/canceled';
import type { KeyedQueue } from '../base/keyedQueue';
import type { Account } from './account';
import type { AccountList } from './accountList';
import type { AccountSecrets } from './accountSecrets';
import type { AccountsOptions } from './accountsOptions';
import type { AccountTokens } from './accountTokens';
import { noProject } from './issueToken';
import type { IssuedHere } from './issuer';
import { freeAccountId, knownAccounts, learntTenant, type AccountPlace } from './knownAccounts';
import { revokeToken, type EndedToken } from './revokeToken';
import { SecretNotRemoved } from './secretNotRemoved';
import type { Secret } from './secretVault';
import { renewing, signedIn, signedOut } from './signedState';
import { tokenLife } from './tokenLife';

/** What the accounts of a window are made of. */
export interface AccountParts extends Pick<AccountsOptions, 'vault' | 'clients'> {
  readonly list: AccountList;
  readonly secrets: AccountSecrets;
  /** By the account's id. */
  readonly tokens: Map<string, AccountTokens>;
  /** By the account's id. */
  readonly queue: KeyedQueue;
  /** Fires when the window closes. */
  readonly closed: AbortSignal;
}

/** What came with a token that somebody else obtained. */
export interface TokenFacts {
  /** When it ends, milliseconds since 1970-01-01 UTC. */
  readonly expires?: number;
  /** The id of its project, where it is known. */
  readonly tenant?: string;
  /** What it was proved by, where that is to count for the account from now on. */
  readonly trust?: Trust;
}

/** How an account gets another secret or loses it, as `Accounts` says of each. */
export class AccountChanges {
  readonly #parts: AccountParts;

  constructor(parts: AccountParts) {
    this.#parts = parts;
  }

  /** The id of the account of a place: of the one that there is, or that a new one gets. */
  idOf(place: AccountPlace): string {
    const { all } = this.#parts.list;
    return knownAccounts(all, place).same?.id ?? freeAccountId(all, place);
  }

  /** Stores the secret and the account; a token that was issued for it before is revoked. */
  async signIn(account: Account, secret: Secret): Promise<void> {
    const { id } = account;
    const replaced = await this.#parts.queue.run(id, async () => {
      const before = await this.#parts.secrets.issued(id, this.#parts.tokens.get(id)?.held);
      await this.#parts.vault.write(id, secret);
      this.#parts.tokens.get(id)?.replaced();
      await this.#parts.list.put(account);
      return before;
    });
    if (replaced?.token !== secret.token) void this.#revoke(replaced);
  }

  /** @returns whether there is that account, so that the token is kept */
  async updateToken(
    id: string,
    token: string,
    { expires, trust, tenant: named }: TokenFacts,
  ): Promise<boolean> {
    const { isKept, replaced } = await this.#parts.queue.run(id, async () => {
      const account = this.#parts.list.get(id);
      if (account === undefined) return { isKept: false };
      const before = await this.#parts.secrets.issued(id, this.#parts.tokens.get(id)?.held);
      const renewal =
        account.method.kind === 'token' ? undefined : (await this.#parts.secrets.read(account))?.renewal;
      const given = Date.now();
      const secret = { base: account.base, token, expires, given, renewal };
      const isKept = await this.#parts.secrets.keep(id, secret, () => this.#parts.list.get(id) !== undefined);
      if (isKept) {
        this.#parts.tokens.get(id)?.replaced();
        const tenant = learntTenant(this.#parts.list.all, account, account, named);
        await this.#parts.list.change(id, { ...trust, tenant, ...signedIn(secret, given, account) });
      }
      return { isKept, replaced: before };
    });
    if (replaced?.token !== token) void this.#revoke(replaced);
    return isKept;
  }

  /** As `Accounts` says of it: the secret is bound to the new address, as to that of any new account. */
  async move(id: string, { base, service }: ImagesAddress): Promise<boolean> {
    return this.#parts.queue.run(id, async () => {
      const account = this.#parts.list.get(id);
      const secret = account === undefined ? undefined : await this.#parts.secrets.read(account);
      if (account === undefined || secret === undefined) return false;
      const moved = { ...secret, base, movedFrom: secret.base };
      const isWanted = (): boolean => this.#parts.list.isSignedIn(id);
      if (!(await this.#parts.secrets.keep(id, moved, isWanted))) return false;
      const tenant = learntTenant(this.#parts.list.all, account, { base, service });
      await this.#parts.list.change(id, { base, service, tenant });
      this.#parts.tokens.get(id)?.replaced();
      return true;
    });
  }

  /** Takes away the accounts that cannot be read. @throws {SecretNotRemoved} where some stay */
  async removeUnread(): Promise<void> {
    const errors: unknown[] = [];
    await this.#parts.list.removeUnread(async (id) => {
      try {
        if (id !== undefined) await this.#parts.vault.remove(id);
        return true;
      } catch (error) {
        errors.push(error);
        return false;
      }
    });
    if (errors.length > 0) throw new SecretNotRemoved('removeUnread', errors[0]);
  }

  /** Another secret by what was kept for that, stored already. @throws as `Identity.issue`; {Canceled} where it is not wanted any more */
  async renew(account: Account, secret: Secret, signal: AbortSignal): Promise<Secret> {
    const { method, base, id } = account;
    const { renewal } = secret;
    // Another window may have changed how the account signs in since its secret was read.
    if (method.kind === 'token' || renewal?.identity !== method.identity) return secret;
    const { identity: address, version } = method;
    const issuer = { identity: address, version };
    const identity = await this.#parts.clients.identity({ address, version }, account);
    const issued = await identity.issue(renewal.credential, AbortSignal.any([this.#parts.closed, signal]));
    if (issued.project === undefined) {
      void this.#revoke({ token: issued.token, issuer, trust: account });
      throw noProject(address);
    }
    const life = tokenLife(issued, Date.now());
    const renewed: Secret = { base, token: issued.token, ...life, issuer, renewed: true, renewal };
    const present = await this.#parts.queue.run(id, () => this.#keepRenewed(id, secret, renewed));
    // Signed out or in again meanwhile: what was asked for before is not kept.
    if (present !== renewed) await this.#revoke({ token: renewed.token, issuer, trust: account });
    if (present === undefined) throw new Canceled();
    return present;
  }

  /** @returns what the account has from now on: another secret where one was given meanwhile, none where it was signed out */
  async #keepRenewed(id: string, before: Secret, renewed: Secret): Promise<Secret | undefined> {
    const account = this.#parts.list.get(id);
    if (account?.signedIn !== true) return undefined;
    // Where it cannot be read now, it is as it was read before.
    const present = await this.#parts.secrets.read(account).catch(() => before);
    if (present?.token !== before.token) return present;
    if (!(await this.#parts.secrets.keep(id, renewed, () => this.#parts.list.isSignedIn(id))))
      return undefined;
    this.#parts.tokens.get(id)?.hold(renewed);
    await this.#parts.list.change(id, { expires: renewed.expires, since: Date.now(), ...renewing(renewed) });
    return renewed;
  }

  /**
   * Signs an account out, and where it is to be removed takes it away.
   * @returns what became of its token
   * @throws {SecretNotRemoved} once all else is done
   */
  async end(id: string, end: 'signOut' | 'remove'): Promise<EndedToken> {
    const { issued, failure } = await this.#parts.queue.run(id, async () => {
      const account = this.#parts.list.get(id);
      if (account === undefined) return {};
      // First of all: by that another window knows that what it has just got for the account is not wanted.
      await this.#parts.list.change(id, signedOut(account));
      const forgotten = await this.#parts.secrets.remove(id, this.#parts.tokens.get(id)?.held);
      this.#parts.tokens.get(id)?.forget();
      if (end === 'remove' && forgotten.failure === undefined) {
        await this.#parts.list.remove(id);
        this.#parts.tokens.delete(id);
      }
      return forgotten;
    });
    const ended = await this.#revoke(issued);
    if (failure !== undefined) throw new SecretNotRemoved(end, failure.error);
    return ended;
  }

  /** A pasted token may be in use elsewhere: only one that was issued here is revoked. */
  async #revoke(issued: IssuedHere | undefined): Promise<EndedToken> {
    return issued === undefined ? 'forgotten' : revokeToken(this.#parts.clients, issued, this.#parts.closed);
  }
}
