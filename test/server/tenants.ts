import type { ImageSpec } from './images';

export interface TenantSpec {
  readonly id?: string;
  readonly name?: string;
  /** A token that is good from the start; random if absent. */
  readonly token?: string;
  /** The documented five, those of an account of VPS 3.0, a generated catalogue of that many, or just these. */
  readonly images?: 'documented' | 'vps3' | number | readonly ImageSpec[];
  /** What a generated catalogue grows from: the same seed, the same images. */
  readonly seed?: string;
  /** The one region that it is in; all that are nobody's own if absent. */
  readonly region?: string;
  /** How much may be saved, as ConoHa tells it at `/v2/quota`: `50GB`. Other clouds tell nothing, as is done if absent. */
  readonly imageQuota?: string;
}

export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  /** `<origin>/v2/<id>`. */
  readonly endpoint: string;
  /** `<origin>/image/v2`: the image service, over the same images. */
  readonly imageEndpoint: string;
  readonly regions: readonly string[];
  readonly imageQuota?: string;
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
