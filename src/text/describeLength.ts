import { l10n } from 'vscode';
import { formatCount } from '../base/format';

/** For a text that was taken out of its box, since the editor cannot hold it there. */
export function clearedText(most: number): string {
  return l10n.t('Cleared because it was too long (up to {0} characters).', formatCount(most));
}

/** @param most characters */
export function tooLongText(most: number): string {
  return l10n.t('Too long: at most {0} characters.', formatCount(most));
}
