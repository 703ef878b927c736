import type { Account } from './account';

/** How long ConoHa's tokens live at most, in milliseconds. */
const CONOHA_LIFE_MS = 24 * 60 * 60_000;

export interface TokenEnd {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  /** It came with the token; otherwise this is the latest it can be, counted from when the token was pasted. */
  readonly told: boolean;
}

/** When the present token of an account ends, as far as it can be known. */
export function tokenEnd({ base, expires, since, signedIn }: Account): TokenEnd | undefined {
  if (!signedIn) return undefined;
  if (expires !== undefined) return { at: expires, told: true };
  const isConoha = new URL(base).hostname.endsWith('.conoha.io');
  return isConoha && since !== undefined ? { at: since + CONOHA_LIFE_MS, told: false } : undefined;
}
