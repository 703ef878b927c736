import { l10n } from 'vscode';
import { foreignWords } from './foreignText';

/** Why a document of an account that is signed out cannot be read. @param label what the account is called */
export function signInToReadText(label: string): string {
  return l10n.t('Sign in to “{0}” to read its images here.', foreignWords(label));
}
