import type { Credential } from '../api/identity/credential';
import type { Subscription } from '../base/emitter';
import type { Issuer } from './issuer';

/** What is secret about an account. It is used only for the addresses it was given for. */
export interface Secret {
  /** The images endpoint that the token is sent to. */
  readonly base: string;
  /** The endpoint that it was for until its account was moved: so it is known while the account is on its way. */
  readonly movedFrom?: string;
  readonly token: string;
  /** When it was issued and when it ends, milliseconds since 1970-01-01 UTC, where that came with it. */
  readonly issued?: number;
  readonly expires?: number;
  /** Who issued the token, where that was to the extension; a token that a person pasted has none. 0.1.0 stored none. */
  readonly issuer?: Issuer;
  /** When a person gave it by signing in, in the same unit. 0.1.0 stored none. */
  readonly given?: number;
  /** Obtained by the extension itself, not given by a person who signs in: it makes no account signed in. */
  readonly renewed?: boolean;
  /** Kept where the user wants to stay signed in: gets the next token, from this identity service. */
  readonly renewal?: { readonly identity: string; readonly credential: Credential };
}

/** Where secrets are kept, by account id. */
export interface SecretVault {
  /** `undefined` when there is none. @throws when that cannot be known, which may pass */
  read(accountId: string): Promise<Secret | undefined>;
  /** Where secrets cannot be kept for long, it is for this window. */
  write(accountId: string, secret: Secret): Promise<void>;
  /** @throws when it may still be there */
  remove(accountId: string): Promise<void>;
  /** A secret has changed, perhaps in another window: the account's id. */
  readonly onDidChange: (listener: (accountId: string) => void) => Subscription;
}
