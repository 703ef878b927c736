import { l10n } from 'vscode';
import type { CloudProblem } from '../auth/clouds/cloud';
import { CloudsFileError } from '../auth/clouds/cloudsFileError';
import { LONGEST } from '../base/longest';
import { formatCount } from '../base/format';
import { foreignText } from './foreignText';

/** Why a cloud of a clouds file or of the environment cannot be used, and what helps. */
export function cloudProblemText(found: CloudProblem): string {
  const text = problemText(found);
  const regions = found.regions?.map((region) => foreignText(region)).join(', ');
  return regions === undefined ? text : l10n.t('{0}: {1}', regions, text);
}

/** Which keys of a cloud would change its requests, and do not. */
export function notHonouredText(keys: readonly string[]): string {
  return l10n.t('Not supported here, so ignored: {0}', keys.map((key) => foreignText(key)).join(', '));
}

function problemText({ problem, detail: key = 'auth_url' }: CloudProblem): string {
  const detail = foreignText(key);
  switch (problem) {
    case 'noAuthUrl':
      return l10n.t('No auth_url. Add the Identity URL, or a profile.');
    case 'unfilledAuthUrl':
      return l10n.t('auth_url contains {0}, but {1} is not set. Add it to the cloud.', `{${detail}}`, detail);
    case 'otherAuthUrl':
      return l10n.t(
        'auth_url is an address of the {0} service. Set it to the Identity URL.',
        key === 'image' ? 'Image' : 'Compute',
      );
    case 'unfilledOverride':
      return l10n.t('compute_endpoint_override contains {0}. Replace it with its value.', detail);
    case 'otherOverride':
      return l10n.t(
        'compute_endpoint_override is an address of another service. Set it to the Compute endpoint.',
      );
    case 'noUser':
      return l10n.t('No user. Add username or user_id.');
    case 'noPassword':
      return l10n.t('No password. You will be asked for it.');
    case 'noProject':
      return l10n.t('No project (tenant). Add project_id or project_name.');
    case 'unsupportedScope':
      return l10n.t('{0} is set instead of a project. Add project_id or project_name.', detail);
    case 'noApplicationCredential':
      return l10n.t('Add application_credential_id, or application_credential_name with its user.');
    case 'noToken':
      return l10n.t('No token is set.');
    case 'tokenPlaceholder':
      return l10n.t('The token is a placeholder. Replace it with the token’s value.');
    case 'tokenUnusable':
      return l10n.t('This doesn’t look like a token: a token has visible ASCII characters only.');
    case 'verifyFalse':
      return l10n.t(
        '“verify: false” is not supported because it exposes your password. Set “cacert” instead.',
      );
    case 'unsupportedAuthType':
      return l10n.t(
        'auth_type {0} is not supported. Use password, v3applicationcredential or token.',
        detail,
      );
    case 'applicationCredentialNeedsV3':
      return l10n.t('Application credentials need Identity v3.');
    case 'unknownInterface':
      return l10n.t('{0} must be public, internal or admin.', detail);
    case 'vendorProfile':
      return l10n.t('Profile {0} is not included here. Add its auth_url to the cloud.', detail);
    case 'remoteProfile':
      return l10n.t('Profile {0} is not downloaded. Add its auth_url to the cloud.', detail);
    case 'unknownProfile':
      return l10n.t(
        'Profile {0} not found. Add it to clouds-public.yaml, or add auth_url to the cloud.',
        detail,
      );
    case 'brokenProfiles':
      return l10n.t(
        '{0} cannot be read, so the profile is missing. Check its permissions, and that it is valid YAML.',
        detail,
      );
    case 'notHttps':
      return l10n.t('{0} must use https.', detail);
    case 'notAnAddress':
    case 'noHost':
      return l10n.t('{0} is not a valid URL.', detail);
    case 'tooLong':
      return l10n.t('{0} is too long: at most {1} characters.', detail, formatCount(LONGEST.address));
    case 'credentials':
      return l10n.t('Remove the user name and password from {0}.', detail);
  }
}

/** Why a clouds file cannot be used at all. */
export function cloudsFileErrorText(error: unknown): string {
  return error instanceof CloudsFileError
    ? fileErrorText(error)
    : foreignText(error instanceof Error ? error.message : String(error));
}

/** A secure file that is left out, and what follows from that. */
export function unreadSecretsText(error: CloudsFileError): string {
  return l10n.t('{0} Its passwords are not used.', fileErrorText(error));
}

function fileErrorText(error: CloudsFileError): string {
  const { fault, detail, line } = error;
  const path = foreignText(error.path);
  switch (fault) {
    case 'missing':
      return l10n.t('{0} was not found.', path);
    case 'noPermission':
      return l10n.t('You have no permission to read {0}.', path);
    case 'notAFile':
      return l10n.t('{0} is not a file.', path);
    case 'unreadable':
      return l10n.t('{0} cannot be read ({1}).', path, detail ?? '');
    case 'tooLarge':
      return l10n.t('{0} is too large for a clouds file.', path);
    case 'syntax':
      return l10n.t('{0} is not valid YAML. Check line {1} ({2}).', path, line ?? 1, detail ?? '');
    case 'noClouds':
      return l10n.t('{0} has no “clouds” section.', path);
  }
}
