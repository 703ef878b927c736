import { env, l10n } from 'vscode';
import type { Account } from '../auth/account';
import { tokenEnd } from '../auth/tokenEnd';
import { formatAge, formatDateTime } from '../base/format';
import { bracketedText } from './punctuation';

/** The state of the token, and when it ends, with the time left in words. */
export function tokenText(account: Account): string {
  if (!account.signedIn) return l10n.t('signed out');
  const end = tokenEnd(account);
  if (end === undefined) return l10n.t('stored; expiry unknown');
  const { at, stated } = end;
  const when = bracketedText(formatDateTime(at, env.language), formatAge(at, Date.now(), env.language));
  if (at < Date.now()) return l10n.t('expired {0}', when);
  return stated ? l10n.t('expires {0}', when) : l10n.t('expires {0} at the latest', when);
}
