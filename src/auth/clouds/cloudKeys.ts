import { isUsedVersion } from '../../api/images/compute/computeVersion';
import type { Cloud } from './cloud';
import { filledOf, isFilled, textOf, type CloudFields } from './cloudFields';
import { namedVersion } from './cloudVersion';

/** Scopes that are no project. */
const OTHER_SCOPES = ['trust_id', 'system_scope'];

const DOMAIN_SCOPES = ['domain_id', 'domain_name'];

const PROJECT_SCOPES = [
  ...['project_id', 'tenant_id', 'project_name', 'tenant_name'],
  ...['project_domain_id', 'project_domain_name'],
];

const DEFAULT_DOMAINS = ['default_domain_id', 'default_domain_name', 'default_domain'];

/** A token and an application credential are of one project, whatever else the cloud says. */
const USELESS: Readonly<Record<Cloud['credential']['kind'], readonly string[]>> = {
  password: [],
  applicationCredential: PROJECT_SCOPES,
  token: [...PROJECT_SCOPES, ...DOMAIN_SCOPES, ...DEFAULT_DOMAINS],
};

/** What OpenStack's tools follow and this extension does not: it would send its requests elsewhere, or in another way. */
const NOT_HONOURED: readonly string[] = [
  ...OTHER_SCOPES,
  // Other ways of signing in.
  ...['passcode', 'auth_methods', 'endpoint'],
  // The editor has a proxy and a time limit of its own.
  'proxy',
  ...['compute_service_name', 'compute_default_microversion', 'image_service_name'],
];

/** Keys of which some values say what is done anyway, or can be done. */
const AGREES: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['identity_api_version', (text) => namedVersion(text) !== undefined],
  ['compute_api_version', isUsedVersion],
  ['compute_service_type', (text) => text === 'compute'],
  ['image_api_version', (text) => /^v?2(?:\.\d+)?$/.test(text)],
  ['image_service_type', (text) => text === 'image'],
]);

/** The key by which a cloud is to be signed in to, where that is no project. */
export function otherScope(fields: CloudFields): string | undefined {
  return filledOf(fields, ...OTHER_SCOPES, ...DOMAIN_SCOPES);
}

/** The filled keys that change where or how a request of OpenStack's tools goes, and are not honoured here. */
export function notHonouredKeys(
  fields: CloudFields,
  kind: Cloud['credential']['kind'],
  lacksProfile: boolean,
): readonly string[] {
  return Object.keys(fields).filter(
    (key) =>
      isFilled(fields[key]) && ((lacksProfile && PROFILE.includes(key)) || !isHonoured(key, fields, kind)),
  );
}

const PROFILE = ['profile', 'cloud'];

function isHonoured(key: string, fields: CloudFields, kind: Cloud['credential']['kind']): boolean {
  const agrees = AGREES.get(key);
  if (agrees) return agrees(textOf(fields, key) ?? '');
  if (key === 'key') return textOf(fields, 'cert') !== undefined;
  return ![...NOT_HONOURED, ...USELESS[kind]].includes(key) && !key.endsWith('timeout');
}
