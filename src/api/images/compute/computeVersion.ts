import { textIn, type JsonObject } from '../../../base/json';
import type { Endpoint } from '../../endpoint';
import { isOwnId } from '../../openStackId';

/** Versions of Compute that list images. */
export type ComputeVersion = 'v2.1' | 'v2';

/** As addresses name them. Compute never had others: `/v1` is Image's and Object Storage's, `/v3` Identity's and Block Storage's. */
const IN_ADDRESS = /^v2(?:\.[1-9]\d*)?$/;
/** As version documents name v2. */
const V2 = /^v2(?:\.0)?$/;
/** As `compute_api_version` names them. */
const IN_SETTING = /^v?2(?:\.[01])?$/;

/** Whether the version that an address names is one of Compute's that list images. */
export function isComputeVersion(version: string): boolean {
  return IN_ADDRESS.test(version);
}

/**
 * Whether version and project of an address are such as only Compute has; `/v2` alone is of any service, and later ones than
 * `/v2.1` are an image service's as well.
 */
export function isOfCompute({ version, tenant }: Endpoint): boolean {
  if (version === undefined || !IN_ADDRESS.test(version)) return false;
  return version === 'v2.1' || (tenant !== undefined && isOwnId(tenant));
}

/** Of the versions that a server names, the one to ask: v2.1 before v2. */
export function chosenVersion(ids: readonly string[]): ComputeVersion | undefined {
  if (ids.includes('v2.1')) return 'v2.1';
  return ids.some((id) => V2.test(id)) ? 'v2' : undefined;
}

/** Whether a setting asks for a version that is used here. */
export function isUsedVersion(setting: string): boolean {
  return IN_SETTING.test(setting);
}

/** `/v2` always has the tenant in its addresses; later versions may leave it out. */
export function needsTenant({ version, lacksTenant }: Endpoint): boolean {
  return lacksTenant || version === undefined || version === 'v2';
}

/** Whether an entry of a version document is one of Compute's: it says when it was made. Identity's stand elsewhere. */
export function isVersionOfCompute(version: JsonObject): boolean {
  return textIn(version, 'updated') !== '' && chosenVersion([textIn(version, 'id')]) !== undefined;
}
