import { commands, l10n, window } from 'vscode';
import type { Account } from '../auth/account';
import type { Accounts } from '../auth/accounts';
import { formatCount } from '../base/format';
import { foreignWords } from '../text/foreignText';
import { inBackground } from './inBackground';

/** A kept password no longer gets a token: asks once, and the tree says it until it is answered. */
export function askToSignIn(account: Account): void {
  inBackground(ask(account));
}

/** Said once a window. */
export function tellSecretsForgotten(): void {
  void window.showWarningMessage(
    l10n.t(
      'The editor’s secret storage does not keep secrets here, so the token is kept for this window only.',
    ),
  );
}

/** Accounts that cannot be read are no rows: they are named once a window, with a way out. */
export function tellUnreadAccounts(accounts: Accounts): void {
  if (accounts.unread > 0) inBackground(askToRemove(accounts));
}

async function askToRemove(accounts: Accounts): Promise<void> {
  const remove = l10n.t('Remove');
  const answer = await window.showWarningMessage(
    l10n.t(
      'Stored accounts that can’t be read: {0}. A newer version of this extension may have stored them.',
      formatCount(accounts.unread),
    ),
    remove,
  );
  if (answer === remove) await accounts.removeUnread();
}

async function ask(account: Account): Promise<void> {
  // A pasted token has ended: the row in the tree says so and asks for another.
  if (account.way.kind === 'token') return;
  const signIn = l10n.t('Sign In Again');
  const answer = await window.showWarningMessage(
    l10n.t(
      '“{0}” could not be signed in again: its password or credential is no longer accepted.',
      foreignWords(account.label),
    ),
    signIn,
  );
  if (answer === signIn) {
    await commands.executeCommand('conohaImages.signIn', account.id);
  }
}
