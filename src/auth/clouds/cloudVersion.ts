import type { IdentityVersion } from '../../api/identity/credential';
import { textOf, type CloudFields } from './cloudFields';

/** From `identity_api_version`, or from an `auth_type` made for one. */
export function versionOf(fields: CloudFields): IdentityVersion | undefined {
  const named = namedVersion(textOf(fields, 'identity_api_version') ?? '');
  const [authType] = /^v[23]/.exec(textOf(fields, 'auth_type', 'auth_plugin') ?? '') ?? [];
  return named ?? namedVersion(authType ?? '');
}

/** `2`, `2.0` or `3`, with or without a `v`. */
export function namedVersion(text: string): IdentityVersion | undefined {
  const [, major] = /^v?([23])(?:\.\d+)?$/.exec(text) ?? [];
  if (major === undefined) return undefined;
  return major === '3' ? 'v3' : 'v2.0';
}
