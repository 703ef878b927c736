import { l10n } from 'vscode';
import { CloudsFileError, type CloudProblem } from '../auth/clouds/cloud';
import { LONGEST } from '../base/longest';
import { formatCount } from '../base/format';
import { foreignText } from './foreignText';

/** Why a cloud of a clouds file or of the environment cannot be used, and what helps. */
export function cloudProblemText({ problem, detail }: CloudProblem): string {
  switch (problem) {
    case 'noAuthUrl':
      return l10n.t('It has no auth_url.');
    case 'noUser':
      return l10n.t('It has no user name.');
    case 'noPassword':
      return l10n.t('It has no password: you will be asked for it.');
    case 'noProject':
      return l10n.t('It has no project (tenant).');
    case 'noApplicationCredential':
      return l10n.t('Its application credential has no ID.');
    case 'noToken':
      return l10n.t('It is to use a token, but has none.');
    case 'verifyFalse':
      return l10n.t(
        'It switches the check of certificates off, which would show your password to anybody on the way. Give its certificate authority by cacert instead.',
      );
    case 'unsupportedAuthType':
      return l10n.t(
        'Its auth_type {0} is not supported: use a password, an application credential or a token.',
        foreignText(detail ?? ''),
      );
    case 'applicationCredentialNeedsV3':
      return l10n.t('Application credentials need Identity v3.');
    case 'notHttps':
      return l10n.t('{0} is not https: everybody on the way could read the password.', detail ?? 'auth_url');
    case 'notAnAddress':
      return l10n.t('{0} is no web address.', detail ?? 'auth_url');
    case 'tooLong':
      return l10n.t(
        '{0} is too long: at most {1} characters are accepted.',
        detail ?? 'auth_url',
        formatCount(LONGEST.address),
      );
    case 'credentials':
      return l10n.t('{0} holds a user name or password: take them out of the address.', detail ?? 'auth_url');
  }
}

/** Why a clouds file cannot be used at all. */
export function cloudsFileErrorText(error: unknown): string {
  if (!(error instanceof CloudsFileError)) {
    return foreignText(error instanceof Error ? error.message : String(error));
  }
  const { fault, detail, line } = error;
  const path = foreignText(error.path);
  switch (fault) {
    case 'unreadable':
      return l10n.t('{0} cannot be read ({1}).', path, detail ?? '');
    case 'tooLarge':
      return l10n.t('{0} is too large for a clouds file.', path);
    case 'syntax':
      return l10n.t('{0} is not valid YAML: look at line {1} ({2}).', path, line ?? 1, detail ?? '');
    case 'noClouds':
      return l10n.t('{0} has no “clouds” in it.', path);
  }
}
