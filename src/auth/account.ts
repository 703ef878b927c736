import type { Trust } from '../api/http/trust';
import type { IdentityVersion, Who } from '../api/identity/credential';
import type { ImagesAddress } from '../api/images/imagesService';
import { conohaRegion } from '../conoha';

/** How an account gets its tokens. Nothing secret is in it: passwords and tokens are in the vault. */
export type SignInMethod = { readonly kind: 'token' } | IdentityMethod;

/** An identity service gives them. */
export interface IdentityMethod {
  readonly kind: 'password' | 'applicationCredential';
  /** The identity service: `https://identity.tyo1.conoha.io/v2.0`. */
  readonly identity: string;
  readonly version: IdentityVersion;
  /** Who signs in, so that only the secret is asked for again. */
  readonly who: Who;
}

/**
 * A tenant at an endpoint, with what its servers are known by. It is kept in the extension's global state, so it holds no
 * secret.
 */
export interface Account extends Trust, ImagesAddress {
  /** Stable, made from endpoint and tenant: see `accountId`. */
  readonly id: string;
  /** As the user calls it. */
  readonly label: string;
  /** The address before `/images`: `https://compute.tyo1.conoha.io/v2/<tenant>`, `https://cloud.example/image/v2`. */
  readonly base: string;
  /** The accounts that 0.1.0 has stored say nothing: they are of Compute. */
  readonly service?: 'image';
  /** The project. Empty for an endpoint of Compute without one, and where it is not known. */
  readonly tenant: string;
  readonly method: SignInMethod;
  /** What is kept of it gets the next token: follows from its secret, which is not at hand wherever this matters. */
  readonly renews: boolean;
  /** Nothing gets the next token now, but something did until it was signed out: what is entered again is kept again. */
  readonly keptBefore?: true;
  /** When the present token ends, milliseconds since 1970-01-01 UTC, where that came with it. */
  readonly expires?: number;
  /** When the present token was given or obtained, in the same unit. */
  readonly since?: number;
  /** When it was signed out, in the same unit: a secret from before that signs nobody in. */
  readonly signedOutAt?: number;
  /** A secret was kept for it. Whether it still is turns out when it is needed. */
  readonly signedIn: boolean;
}

/** The project of an account, which is stored as an empty text where there is none and where it is not known. */
export function accountProject({ tenant }: Pick<Account, 'tenant'>): string | undefined {
  return tenant === '' ? undefined : tenant;
}

/** What to call an account until the user calls it something: the region or host, and the tenant's beginning. */
export function defaultLabel(base: string, tenant: string | undefined): string {
  const { host } = new URL(base);
  const place = conohaRegion(host) ?? host;
  if (tenant === undefined) return place;
  return `${place} · ${tenant.length > 12 ? `${tenant.slice(0, 8)}…` : tenant}`;
}
