import { ApiError } from '../api/apiError';
import type { Account } from './account';
import type { AccountList } from './accountList';
import type { IssuedHere, Issuer } from './issuer';
import type { Secret, SecretVault } from './secretVault';
import { renewing } from './signedState';

/** What the secrets of accounts are kept with. */
export interface AccountSecretsOptions {
  readonly vault: SecretVault;
  readonly list: AccountList;
  /** Hears why the vault failed. */
  readonly report: (error: unknown) => void;
}

/** What was taken out of the vault, and what hindered that. */
export interface RemovedSecret {
  /** Its token, where that was issued here. */
  readonly issued?: IssuedHere;
  readonly failure?: { readonly error: unknown };
}

/**
 * What the vault holds for each account, and whether an account is signed in by it. Secret and account are stored apart
 * and take a while: whoever calls this does one thing at a time for each account.
 */
export class AccountSecrets {
  constructor(private readonly options: AccountSecretsOptions) {}

  /**
   * The secret of an account; one that was given for another endpoint or identity service is none, and one of an account
   * that is signed out, which the vault may not have given up, is none either.
   * @throws {ApiError} of kind `secretUnreadable`: a vault that fails has forgotten nothing
   */
  async read(account: Account): Promise<Secret | undefined> {
    return this.options.list.isSignedIn(account.id) ? this.#stored(account) : undefined;
  }

  async #stored(account: Account): Promise<Secret | undefined> {
    const secret = await this.#find(account);
    return secret === 'onItsWay' ? undefined : secret;
  }

  /** `onItsWay`: it is for the endpoint that the account is just being moved to, in whichever window. */
  async #find(account: Account): Promise<Secret | 'onItsWay' | undefined> {
    const { id, base, method } = account;
    const { vault, report } = this.options;
    try {
      const secret = await vault.read(id);
      if (secret?.base !== base) return secret?.movedFrom === base ? 'onItsWay' : undefined;
      const bound = method.kind !== 'token' && secret.renewal?.identity === method.identity;
      return { ...secret, issuer: issuerOf(account, secret), renewal: bound ? secret.renewal : undefined };
    } catch (error) {
      report(error);
      throw new ApiError('secretUnreadable', { host: new URL(base).host });
    }
  }

  /** The same; an account without one is signed out, and one that nothing renews says so. @throws as `read` */
  async readOrSignOut(account: Account): Promise<Secret | undefined> {
    const { list } = this.options;
    const { id } = account;
    const secret = list.isSignedIn(id) ? await this.#find(account) : undefined;
    if (secret === 'onItsWay') return undefined;
    if (list.isSignedIn(id)) {
      const state = renewing(secret, account);
      if (secret === undefined) await list.change(id, { signedIn: false, ...state });
      else if (state.renews !== account.renews) await list.change(id, state);
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
   * The token that the vault has for an account, where there is one and its token was issued here.
   * @param held the secret where it cannot be read any more
   */
  async issued(id: string, held: Secret | undefined): Promise<IssuedHere | undefined> {
    const account = this.options.list.get(id);
    if (account === undefined) return undefined;
    const secret = await this.#stored(account).catch(() => held);
    return secret?.issuer && { token: secret.token, issuer: secret.issuer, trust: account };
  }

  /**
   * Takes the secret of an account out of the vault.
   * @param held as for `issued`
   * @returns its token, where it was issued here, and with `failure` why it may be there still
   */
  async remove(id: string, held: Secret | undefined): Promise<RemovedSecret> {
    const issued = await this.issued(id, held);
    try {
      await this.options.vault.remove(id);
      return { issued };
    } catch (error) {
      return { issued, failure: { error } };
    }
  }

  /**
   * What became of a secret in another window is so here too. One that was renewed, or given before the account was
   * signed out, signs no account in: it has been overtaken by the end of the account.
   */
  async follow(id: string): Promise<void> {
    const { list } = this.options;
    const account = list.get(id);
    const signedIn = account !== undefined && (await this.#signsIn(account));
    if (list.isSignedIn(id) === signedIn) list.announce();
    else await list.change(id, signedIn ? { signedIn, signedOutAt: undefined } : { signedIn });
  }

  /** What cannot be read may be there still. */
  async #signsIn(account: Account): Promise<boolean> {
    const { list } = this.options;
    try {
      const secret = await this.#find(account);
      if (secret === undefined) return false;
      if (secret === 'onItsWay') return list.isSignedIn(account.id);
      return list.isSignedIn(account.id) || (secret.renewed !== true && isNewer(secret, account));
    } catch {
      return list.isSignedIn(account.id);
    }
  }
}

function isNewer({ given }: Secret, { signedOutAt }: Account): boolean {
  return signedOutAt === undefined || (given !== undefined && given > signedOutAt);
}

/** 0.1.0 stored no issuer: of its tokens those were issued to it that have the time of that, or were renewed. */
function issuerOf({ method }: Account, { issuer, issued, renewed, renewal }: Secret): Issuer | undefined {
  if (issuer !== undefined || method.kind === 'token') return issuer;
  const wasIssued = issued !== undefined || renewed === true;
  const { identity, version } = method;
  return wasIssued && (renewal === undefined || renewal.identity === identity)
    ? { identity, version }
    : undefined;
}
