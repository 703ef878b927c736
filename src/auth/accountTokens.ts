import { ApiError } from '../api/apiError';
import { Canceled } from '../base/canceled';
import type { TokenSource } from '../api/tokenSource';
import { unlessAborted } from '../base/unlessAborted';
import type { Secret } from './secretVault';

/** A token is renewed when less than this is left of its life, or less than a tenth of it where that is shorter. */
const RENEW_BEFORE_MS = 5 * 60_000;

export interface AccountTokensOptions {
  /** For error texts. */
  readonly host: string;
  /** The secret kept for the account's present endpoint; `undefined` when there is none. Rejects when that is not known. */
  readonly read: () => Promise<Secret | undefined>;
  /** A new secret instead of one whose token ends or was refused, kept already. */
  readonly renew: (secret: Secret, signal: AbortSignal) => Promise<Secret>;
  /** No other token is to be had without the user: told once for each token. */
  readonly onRefused: () => void;
}

/**
 * The tokens of one account. Renewal happens when a request needs it, once for however many requests wait; a token
 * that was refused is sent again only when a person asks for something.
 */
export class AccountTokens implements TokenSource {
  readonly #options: AccountTokensOptions;
  #secret: Promise<Secret | undefined> | undefined;
  #renewal: Renewal | undefined;
  /** The token that the server refused. */
  #dead: string | undefined;
  /** The token that nothing here can replace. */
  #last: string | undefined;
  /** The token of which the user was told that. */
  #told: string | undefined;
  /** The token that could not be renewed ahead of its end, and is used until then. */
  #usedUp: string | undefined;

  constructor(options: AccountTokensOptions) {
    this.#options = options;
  }

  async token(signal: AbortSignal): Promise<string> {
    const secret = await this.#current();
    if (secret === undefined) throw new ApiError('signedOut', { host: this.#options.host });
    const { token } = secret;
    if (token === this.#dead || hasEnded(secret)) {
      if (token === this.#last) throw new ApiError('refusedBefore', { host: this.#options.host });
      if (secret.renewal !== undefined) return (await this.#renew(secret, signal)).token;
    }
    const renewsNow = secret.renewal !== undefined && endsSoon(secret) && token !== this.#usedUp;
    return renewsNow ? this.#renewAhead(secret, signal) : token;
  }

  async replacement(refused: string, signal: AbortSignal): Promise<string | undefined> {
    const secret = await this.#current();
    // Another request has found out before this one.
    if (secret !== undefined && secret.token !== refused && secret.token !== this.#dead) return secret.token;
    this.#dead = secret?.token ?? refused;
    if (secret?.renewal === undefined || secret.token === this.#last) {
      this.#giveUp(this.#dead);
      return undefined;
    }
    try {
      return (await this.#renew(secret, signal)).token;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return undefined;
    }
  }

  /** The secret was changed elsewhere: it is read anew. */
  forget(): void {
    this.#secret = undefined;
    this.#told = undefined;
    this.askAgain();
  }

  /** A person asks: what was refused before is tried once more, since a refusal may pass. */
  askAgain(): void {
    this.#dead = undefined;
    this.#last = undefined;
    this.#usedUp = undefined;
  }

  /** The secret that was read last, without reading it anew. */
  async held(): Promise<Secret | undefined> {
    return this.#secret?.catch(() => undefined);
  }

  async #current(): Promise<Secret | undefined> {
    const reading = (this.#secret ??= this.#options.read());
    try {
      return await reading;
    } catch (error) {
      // What fails now may be read the next time.
      if (this.#secret === reading) this.#secret = undefined;
      throw error;
    }
  }

  /** A token that lives is good for this request, also when the identity service has none to give. */
  async #renewAhead(secret: Secret, signal: AbortSignal): Promise<string> {
    try {
      return (await this.#renew(secret, signal)).token;
    } catch (error) {
      if (error instanceof Canceled) throw error;
      this.#usedUp = secret.token;
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
      const kept = await this.#options.read();
      const renewed =
        kept !== undefined && kept.token !== secret.token && kept.token !== this.#dead
          ? kept
          : await this.#options.renew(secret, signal);
      this.#secret = Promise.resolve(renewed);
      return renewed;
    } catch (error) {
      if (isRefusal(error)) this.#giveUp(secret.token);
      throw error;
    }
  }

  #giveUp(token: string): void {
    this.#last = token;
    if (token === this.#told) return;
    this.#told = token;
    this.#options.onRefused();
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

/** The identity service does not take the password any more; anything else may pass. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && (error.kind === 'wrongCredentials' || error.kind === 'unauthorized');
}
