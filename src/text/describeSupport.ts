import { l10n } from 'vscode';
import { hasSupportEnded, supportState, type Support } from '../catalog/support/support';

/** Security support in words, for an image's row and its hover. @param now milliseconds since 1970 */
export function supportText(support: Support, now: number): string {
  const { ends } = support;
  if (ends === undefined) return l10n.t('support ended');
  return hasSupportEnded(support, now)
    ? l10n.t('support ended {0}', ends)
    : l10n.t('supported until {0}', ends);
}

/** The same, with the day on which the distribution's own team ended it where others went on. @param asOf `YYYY-MM-DD`, of the table */
export function wholeSupportText(support: Support, now: number, asOf: string): string {
  const text = supportText(support, now);
  const { regularEnds } = support;
  const whole =
    regularEnds === undefined ? text : l10n.t('{0}, with LTS; regular support until {1}', text, regularEnds);
  return l10n.t('{0} (as of {1})', whole, asOf);
}

/** A short word where a row has no room for more; `undefined` where there is nothing to be told. */
export function supportMark(support: Support | undefined, now: number): string | undefined {
  return supportState(support, now) === 'ended' ? l10n.t('EOL') : undefined;
}
