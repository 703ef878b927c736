import type { ImageSpec } from './images';

export interface TenantSpec {
  readonly id?: string;
  readonly name?: string;
  /** A token that is good from the start; random if absent. */
  readonly token?: string;
  /** The documented five, a generated catalogue of that many, or just these. */
  readonly images?: 'documented' | number | readonly ImageSpec[];
  /** What a generated catalogue grows from: the same seed, the same images. */
  readonly seed?: string;
}

export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  /** `<origin>/v2/<id>`. */
  readonly endpoint: string;
}

export interface ApplicationCredential {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly tenantId: string;
}

export interface UserSpec {
  readonly id: string;
  readonly name: string;
  readonly password: string;
  /** Where the user's name belongs; `{ id: 'default', name: 'Default' }` if absent. */
  readonly domain?: Domain;
  /** The tenants that the user may have tokens for; the first is the one a request without scope gets. */
  readonly tenantIds: readonly string[];
  readonly applicationCredentials?: readonly ApplicationCredential[];
}

export interface Domain {
  readonly id: string;
  readonly name: string;
}

export const defaultDomain: Domain = { id: 'default', name: 'Default' };
