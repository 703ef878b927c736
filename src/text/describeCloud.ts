import { l10n } from 'vscode';
import type { CloudProblem } from '../auth/clouds/cloud';
import { CloudsFileError } from '../auth/clouds/cloudsFileError';
import * as LONGEST from '../base/longestText';
import { formatCount } from '../base/format';
import { isVisible } from '../base/visible';
import { foreignText } from './foreignText';
import { listedText } from './punctuation';

/** How the keys of a cloud are spelled where it stands: `auth_url` in a clouds file, `OS_AUTH_URL` among variables. */
export type KeySpelling = 'fields' | 'variables';

/** What a cloud is called. */
export function cloudNameText(name: string): string {
  return isVisible(name) ? foreignText(name) : l10n.t('(no name)');
}

/** Why a cloud of a clouds file or of the environment cannot be used, and what helps. */
export function cloudProblemText(found: CloudProblem, spelling: KeySpelling): string {
  const text = problemText(found, (key) => spelled(key, spelling), spelling);
  const regions = found.regions && listedText(found.regions.map((region) => foreignText(region)));
  return regions === undefined ? text : l10n.t('{0}: {1}', regions, text);
}

/** Which keys of a cloud would change its requests, and do not. */
export function notHonouredText(keys: readonly string[], spelling: KeySpelling): string {
  return l10n.t('Not supported here, so ignored: {0}', listedText(keys.map((key) => spelled(key, spelling))));
}

function spelled(key: string, spelling: KeySpelling): string {
  return foreignText(spelling === 'variables' ? `OS_${key.toUpperCase()}` : key);
}

function problemText(
  { problem, detail: given = 'auth_url', service = 'compute' }: CloudProblem,
  key: (name: string) => string,
  spelling: KeySpelling,
): string {
  const detail = foreignText(given);
  const override = key(`${service}_endpoint_override`);
  switch (problem) {
    case 'noAuthUrl':
      return spelling === 'variables'
        ? l10n.t('{0} is missing. Add it, or use the file that sets it.', key('auth_url'))
        : l10n.t('No auth_url. Add the Identity URL, or a profile.');
    case 'unfilledAuthUrl':
      return l10n.t(
        '{0} contains {1}, but {2} is not set. Add it.',
        key('auth_url'),
        `{${detail}}`,
        key(given),
      );
    case 'otherAuthUrl':
      return given === 'other'
        ? l10n.t('{0} is the URL of another service. Set it to the Identity URL.', key('auth_url'))
        : l10n.t(
            '{0} is the URL of the {1} service. Set it to the Identity URL.',
            key('auth_url'),
            given === 'image' ? 'Image' : 'Compute',
          );
    case 'unfilledOverride':
      return l10n.t('{0} contains {1}. Replace it with its value.', override, detail);
    case 'otherOverride':
      return service === 'image'
        ? l10n.t('{0} is the URL of another service. Set it to the Image endpoint.', override)
        : l10n.t('{0} is the URL of another service. Set it to the Compute endpoint.', override);
    case 'overrideVersion':
      return service === 'image'
        ? l10n.t('The Image service has no such version as {0} has. Use v2.', override)
        : l10n.t('Compute has no such version as {0} has. Use v2.1 or v2.', override);
    case 'noUser':
      return l10n.t('No user. Add {0} or {1}.', key('username'), key('user_id'));
    case 'noPassword':
      return l10n.t('No password. You will be asked for it.');
    case 'noProject':
      return l10n.t('No project (tenant). Add {0} or {1}.', key('project_id'), key('project_name'));
    case 'unsupportedScope':
      return l10n.t(
        '{0} is set instead of a project. Add {1} or {2}.',
        key(given),
        key('project_id'),
        key('project_name'),
      );
    case 'noApplicationCredential':
      return l10n.t(
        'Add {0}, or {1} with its user.',
        key('application_credential_id'),
        key('application_credential_name'),
      );
    case 'noToken':
      return l10n.t('No token is set.');
    case 'tokenPlaceholder':
      return l10n.t('The token is a placeholder. Replace it with the token’s value.');
    case 'tokenUnusable':
      return l10n.t('This doesn’t look like a token: a token has visible ASCII characters only.');
    case 'verifyFalse':
      return l10n.t(
        '“{0}” is not supported because it exposes your password. Set “{1}” instead.',
        spelling === 'variables' ? key('insecure') : 'verify: false',
        key('cacert'),
      );
    case 'unsupportedAuthType':
      return l10n.t(
        '{0} {1} is not supported. Use password, v3applicationcredential or token.',
        key('auth_type'),
        detail,
      );
    case 'applicationCredentialNeedsV3':
      return l10n.t('Application credentials need Identity v3.');
    case 'unknownInterface':
      return l10n.t('{0} must be public, internal or admin.', key(given));
    case 'vendorProfile':
      return l10n.t('Profile {0} is not included here. Add its {1}.', detail, key('auth_url'));
    case 'remoteProfile':
      return l10n.t('Profile {0} is not downloaded. Add its {1}.', detail, key('auth_url'));
    case 'unknownProfile':
      return spelling === 'variables'
        ? l10n.t('Profile {0} not found. Add its {1}.', detail, key('auth_url'))
        : l10n.t(
            'Profile {0} not found. Add it to clouds-public.yaml, or add auth_url to the cloud.',
            detail,
          );
    case 'brokenProfiles':
      return l10n.t(
        '{0} can’t be read, so the profile is missing. Check its permissions, and that it is valid YAML.',
        detail,
      );
    case 'notHttps':
      return l10n.t('{0} must use https.', key(given));
    case 'notAnAddress':
    case 'noHost':
      return l10n.t('{0} is not a valid URL.', key(given));
    case 'tooLong':
      return l10n.t('{0} is too long: at most {1} characters.', key(given), formatCount(LONGEST.address));
    case 'otherPlaceholder':
      return l10n.t('{0} contains a placeholder. Replace it with its value.', key(given));
    case 'credentials':
      return l10n.t('Remove the user name and password from {0}.', key(given));
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
      return l10n.t('{0} can’t be read ({1}).', path, detail ?? '');
    case 'tooLarge':
      return l10n.t('{0} is too large for a clouds file.', path);
    case 'syntax':
      return l10n.t('{0} is not valid YAML. Check line {1} ({2}).', path, line ?? 1, detail ?? '');
    case 'noClouds':
      return l10n.t('{0} has no “clouds” section.', path);
  }
}
