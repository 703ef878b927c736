import { ApiError } from '../api/apiError';
import type { TokenSource } from '../api/tokenSource';
import type { Secret } from './secretVault';

/** A token is renewed when less than this is left of its life, or less than a tenth of it where that is shorter. */
const RENEW_BEFORE_MS = 5 * 60_000;

export interface AccountTokensOptions {
  /** For error texts. */
  readonly host: string;
  /** The secret kept for the account's present endpoint; `undefined` when there is none. */
  readonly read: () => Promise<Secret | undefined>;
  /** A new secret instead of one whose token ends or was refused, kept already. */
  readonly renew: (secret: Secret) => Promise<Secret>;
  /** The token was refused and no other is to be had: told once for each such token. */
  readonly onRefused: () => void;
}

/**
 * The tokens of one account. Renewal happens when a request needs it, once for however many requests wait; a token
 * that was refused is never sent again.
 */
export class AccountTokens implements TokenSource {
  readonly #options: AccountTokensOptions;
  #secret: Promise<Secret | undefined> | undefined;
  #renewal: Promise<Secret> | undefined;
  #refused: string | undefined;

  constructor(options: AccountTokensOptions) {
    this.#options = options;
  }

  async token(): Promise<string> {
    const secret = await this.#current();
    if (secret === undefined || secret.token === this.#refused) throw this.#unauthorized();
    if (secret.renewal === undefined || !endsSoon(secret)) return secret.token;
    return (await this.#renew(secret)).token;
  }

  async replacement(refused: string): Promise<string | undefined> {
    const secret = await this.#current();
    // Another request has found out before this one.
    if (secret !== undefined && secret.token !== refused && secret.token !== this.#refused)
      return secret.token;
    if (secret?.renewal === undefined || refused === this.#refused) {
      this.#refuse(refused);
      return undefined;
    }
    try {
      return (await this.#renew(secret)).token;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return undefined;
    }
  }

  /** The secret was changed elsewhere: it is read anew. */
  forget(): void {
    this.#secret = undefined;
    this.#refused = undefined;
  }

  async #current(): Promise<Secret | undefined> {
    this.#secret ??= this.#options.read();
    return this.#secret;
  }

  async #renew(secret: Secret): Promise<Secret> {
    this.#renewal ??= this.#renewOnce(secret);
    return this.#renewal;
  }

  async #renewOnce(secret: Secret): Promise<Secret> {
    try {
      const renewed = await this.#options.renew(secret);
      this.#secret = Promise.resolve(renewed);
      return renewed;
    } catch (error) {
      if (isRefusal(error)) this.#refuse(secret.token);
      throw error;
    } finally {
      this.#renewal = undefined;
    }
  }

  #refuse(token: string): void {
    if (token === this.#refused) return;
    this.#refused = token;
    this.#options.onRefused();
  }

  #unauthorized(): ApiError {
    return new ApiError('unauthorized', { host: this.#options.host });
  }
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
