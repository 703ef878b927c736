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

/** For an email address in the place of a user. */
export function emailUserText(): string {
  return l10n.t('You can’t sign in with an email address. For ConoHa, use an API user.');
}
