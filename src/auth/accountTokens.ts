import { ApiError } from '../api/apiError';
import { Canceled } from '../base/canceled';
import type { TokenSource } from '../api/tokenSource';
import { unlessAborted } from '../base/unlessAborted';
import type { Secret } from './secretVault';

/** A token is renewed when less than this is left of its life, or less than a tenth of it where that is shorter. */
const RENEW_BEFORE_MS = 5 * 60_000;

/**
 * What was refused, so that no token is to be had without the user.
 *
 * - `token`: a token that nothing renews; no other was asked for
 * - `secret`: the password or credential that would get the next one
 * - `newToken`: a token that was obtained because the one before was refused
 */
export type RefusedSecret = 'token' | 'secret' | 'newToken';

/** How an account comes by its tokens. */
export interface AccountTokensOptions {
  /** For error texts. */
  readonly host: string;
  /** The secret stored for the account's present endpoint; `undefined` when there is none. Rejects when that is not known. */
  readonly read: () => Promise<Secret | undefined>;
  /** A new secret instead of one whose token ends or was refused, stored already. */
  readonly renew: (secret: Secret, signal: AbortSignal) => Promise<Secret>;
  /** No other token is to be had without the user: called once until a token is accepted or given. */
  readonly onRefused: (refused: RefusedSecret) => void;
}

/**
 * The tokens of one account. Renewal happens when a request needs it, once for however many requests wait; a token
 * that was refused is sent once more only when a person asks for something.
 */
export class AccountTokens implements TokenSource {
  readonly #options: AccountTokensOptions;
  #reading: Promise<Secret | undefined> | undefined;
  #held: Secret | undefined;
  #renewal: Renewal | undefined;
  /** The token that the server refused. */
  #refused: string | undefined;
  /** The token that nothing here can replace. */
  #irreplaceable: string | undefined;
  /** The token that could not be renewed ahead of its end, and is used until then. */
  #usedToTheEnd: string | undefined;
  /** The server refused a new token, too: none is obtained because of a refusal, also not of what another window got. */
  #refusesNew = false;
  #notified = false;

  constructor(options: AccountTokensOptions) {
    this.#options = options;
  }

  async token(signal: AbortSignal): Promise<string> {
    const secret = await this.#current();
    if (secret === undefined) throw new ApiError('signedOut', { host: this.#options.host });
    const { token } = secret;
    if (token === this.#refused || hasEnded(secret)) {
      if (token === this.#irreplaceable) throw new ApiError('refusedBefore', { host: this.#options.host });
      if (secret.renewal !== undefined) return (await this.#renew(secret, signal)).token;
    }
    const renewsNow = secret.renewal !== undefined && endsSoon(secret) && token !== this.#usedToTheEnd;
    return renewsNow ? this.#renewAhead(secret, signal) : token;
  }

  async replacement(refused: string, signal: AbortSignal): Promise<string | undefined> {
    const secret = await this.#current();
    // Signed out: that is no refusal.
    if (secret === undefined) return undefined;
    // Another request has found out before this one.
    if (secret.token !== refused && secret.token !== this.#refused) return secret.token;
    const token = (this.#refused = secret.token);
    const reason = this.#irreplaceableBecause(secret);
    if (reason !== undefined) {
      this.#giveUp(token, reason);
      return undefined;
    }
    try {
      return (await this.#renew(secret, signal)).token;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return undefined;
    }
  }

  replacementRefused(token: string): void {
    this.#refused = token;
    this.#refusesNew = true;
    this.#giveUp(token, 'newToken');
  }

  accepted(token: string): void {
    // That one is good until it ends changes nothing about what comes then.
    if (token === this.#irreplaceable) return;
    this.#refusesNew = false;
    this.#notified = false;
  }

  /** The secret is this one now. */
  hold(secret: Secret): void {
    this.#held = secret;
    this.#reading = Promise.resolve(secret);
  }

  /** The secret may have changed in another window: it is read anew. */
  forget(): void {
    this.#reading = undefined;
    this.#held = undefined;
  }

  /** A person has given another secret. */
  replaced(): void {
    this.forget();
    this.askAgain();
    this.#notified = false;
  }

  /** A person asks: what was refused before is tried once more, since a refusal may pass. */
  askAgain(): void {
    this.#refused = undefined;
    this.#irreplaceable = undefined;
    this.#usedToTheEnd = undefined;
    this.#refusesNew = false;
  }

  /** The secret that was read or obtained last, unless it may have changed elsewhere. */
  get held(): Secret | undefined {
    return this.#held;
  }

  async #current(): Promise<Secret | undefined> {
    const reading = (this.#reading ??= this.#options.read());
    try {
      const secret = await reading;
      if (this.#reading === reading) this.#held = secret;
      // There may be one by the next time: the account may just be on its way to another address.
      if (this.#reading === reading && secret === undefined) this.#reading = undefined;
      return secret;
    } catch (error) {
      // What fails now may be read the next time.
      if (this.#reading === reading) this.#reading = undefined;
      throw error;
    }
  }

  /** A token that lives is good for this request, also when the identity service has none to give. */
  async #renewAhead(secret: Secret, signal: AbortSignal): Promise<string> {
    try {
      return (await this.#renew(secret, signal)).token;
    } catch (error) {
      if (error instanceof Canceled || isSignedOut(error)) throw error;
      this.#usedToTheEnd = secret.token;
      return secret.token;
    }
  }

  /** Who gives up waiting does so alone: the renewal goes on for the others, and ends with the last of them. */
  async #renew(secret: Secret, signal: AbortSignal): Promise<Secret> {
    const renewal = (this.#renewal ??= this.#begin(secret));
    renewal.waiting++;
    try {
      return await unlessAborted(renewal.secret, signal);
    } finally {
      renewal.waiting--;
      if (renewal.waiting === 0) this.#end(renewal);
    }
  }

  #begin(secret: Secret): Renewal {
    const controller = new AbortController();
    return { controller, secret: this.#renewOnce(secret, controller.signal), waiting: 0 };
  }

  #end(renewal: Renewal): void {
    if (this.#renewal === renewal) this.#renewal = undefined;
    renewal.controller.abort();
  }

  async #renewOnce(secret: Secret, signal: AbortSignal): Promise<Secret> {
    try {
      // Another window may have renewed it, or a renewal has ended while this one was being asked for.
      const stored = await this.#options.read();
      // Signed out meanwhile: nothing of it is sent any more.
      if (stored === undefined) throw new ApiError('signedOut', { host: this.#options.host });
      if (stored.token !== secret.token && stored.token !== this.#refused) {
        this.forget();
        return stored;
      }
      return await this.#options.renew(secret, signal);
    } catch (error) {
      if (isRefusal(error)) this.#giveUp(secret.token, 'secret');
      throw error;
    }
  }

  /** Why no other token is asked for in the place of one that was refused. */
  #irreplaceableBecause({ token, renewal }: Secret): RefusedSecret | undefined {
    if (renewal === undefined) return 'token';
    if (this.#refusesNew) return 'newToken';
    return token === this.#irreplaceable ? 'secret' : undefined;
  }

  #giveUp(token: string, refused: RefusedSecret): void {
    this.#irreplaceable = token;
    if (this.#notified) return;
    this.#notified = true;
    this.#options.onRefused(refused);
  }
}

/** A new secret being asked for, and by how many. */
interface Renewal {
  readonly controller: AbortController;
  readonly secret: Promise<Secret>;
  waiting: number;
}

function hasEnded({ expires }: Secret): boolean {
  return expires !== undefined && expires <= Date.now();
}

function endsSoon({ issued, expires }: Secret): boolean {
  if (expires === undefined) return false;
  const life = issued === undefined ? Infinity : expires - issued;
  return expires - Date.now() < Math.min(RENEW_BEFORE_MS, life / 10);
}

/** Then the token is used no longer, either. */
function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.kind === 'signedOut';
}

/** The identity service does not take the password any more; anything else may pass. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && (error.kind === 'wrongCredentials' || error.kind === 'unauthorized');
}
