import { l10n } from 'vscode';
import { isTooLong } from '../api/longest';
import { formatCount } from '../catalog/format';

/** Words for a text that has more characters than it may have. */
export function lengthProblem(text: string, most: number): string | undefined {
  return isTooLong(text, most) ? tooLongText(most) : undefined;
}

export function tooLongText(most: number): string {
  return l10n.t('This is too long: at most {0} characters are accepted.', formatCount(most, 'en'));
}
