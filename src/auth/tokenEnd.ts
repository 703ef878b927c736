import { CONOHA_TOKEN_LIFE_MS, isConohaHost } from '../conoha';
import type { Account } from './account';

/** When a token ends. */
export interface TokenEnd {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  /** It came with the token; otherwise this is the latest it can be, counted from when the token was pasted. */
  readonly stated: boolean;
}

/** When the present token of an account ends, as far as it can be known. */
export function tokenEnd({ base, expires, since, signedIn }: Account): TokenEnd | undefined {
  if (!signedIn) return undefined;
  if (expires !== undefined) return { at: expires, stated: true };
  const isConoha = isConohaHost(new URL(base).hostname);
  return isConoha && since !== undefined ? { at: since + CONOHA_TOKEN_LIFE_MS, stated: false } : undefined;
}
