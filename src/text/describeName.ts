import { l10n } from 'vscode';
import type { NameProblem } from '../auth/typedName';

/** Why a typed text is taken for no name or id. */
export function nameProblemText(problem: NameProblem): string {
  switch (problem) {
    case 'invisible':
      return l10n.t('This text has invisible characters. Type it instead of pasting it.');
    case 'url':
      return l10n.t('This is a URL. Enter a name or ID.');
    case 'command':
      return l10n.t('This is a command. Enter a name or ID.');
  }
}

/** For an email address in the place of one of ConoHa's API users. */
export function emailUserText(): string {
  return l10n.t('ConoHa’s API has no users with email addresses. Use an API user.');
}

/** For an email address where it is not known which cloud somebody signs in to: users of others may have such names. */
export function emailAnywhereText(): string {
  return l10n.t(
    'This is an email address. For ConoHa, use an API user. For another OpenStack, choose “{0}”.',
    l10n.t('OpenStack user and password…'),
  );
}
