import { l10n } from 'vscode';
import type { Account } from '../auth/account';
import type { RefusedSecret } from '../auth/accountTokens';
import { formatCount } from '../base/format';
import { foreignWords } from './foreignText';

/** For stored accounts that are no rows. */
export function unreadAccountsText(count: number): string {
  return l10n.t(
    'Stored accounts that can’t be read: {0}. A newer version of this extension may have stored them.',
    formatCount(count),
  );
}

/** The button that removes those. */
export function removeText(): string {
  return l10n.t('Remove');
}

/** The button that signs in where a secret was refused. */
export function signInAgainText(): string {
  return l10n.t('Sign In Again');
}

/** What was refused of an account. An image service refuses good tokens, too, while it cannot ask about them. */
export function refusedText(refused: RefusedSecret, account: Pick<Account, 'label' | 'service'>): string {
  const label = foreignWords(account.label);
  switch (refused) {
    case 'token':
      return account.service === 'image'
        ? l10n.t(
            'The token for “{0}” is not accepted. It is invalid or expired, or the identity service is unavailable.',
            label,
          )
        : l10n.t('The token for “{0}” is no longer accepted.', label);
    case 'secret':
      return l10n.t(
        'Couldn’t sign in to “{0}” again. Its password or credential is no longer accepted.',
        label,
      );
    case 'newToken':
      return l10n.t('Signed in to “{0}” again, but the new token is not accepted either.', label);
  }
}
