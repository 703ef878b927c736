import { commands, l10n, window } from 'vscode';
import type { Account } from '../auth/account';
import type { RefusedSecret } from '../auth/accountTokens';
import type { Accounts } from '../auth/accounts';
import type { AccountsOptions } from '../auth/accountsOptions';
import { formatCount } from '../base/format';
import type { Core } from '../core';
import { foreignWords } from '../text/foreignText';
import { tell } from '../text/tell';
import { inBackground } from './inBackground';

/** What signs an account in is refused: asks once, and the tree says it until it is answered. @param report hears of what fails */
export function askToSignIn(report: (error: unknown) => void): AccountsOptions['onRefused'] {
  return (account, refused) => inBackground(ask(account, refused), report);
}

/** Said once a window. */
export function tellSecretsForgotten(): void {
  tell(
    'warning',
    l10n.t(
      'Secret storage isn’t available here. You stay signed in only until this window is closed or reloaded.',
    ),
  );
}

/** Accounts that cannot be read are no rows: they are named once a window, with a way out. */
export function tellUnreadAccounts({ accounts, log }: Pick<Core, 'accounts' | 'log'>): void {
  if (accounts.unread > 0) inBackground(askToRemove(accounts), log.report);
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

async function ask(account: Account, refused: RefusedSecret): Promise<void> {
  // A pasted token has ended: the row in the tree says so and asks for another.
  if (account.method.kind === 'token') return;
  const signIn = l10n.t('Sign In Again');
  const answer = await window.showWarningMessage(refusedText(refused, foreignWords(account.label)), signIn);
  if (answer === signIn) {
    await commands.executeCommand('conohaImages.signIn', account.id);
  }
}

function refusedText(refused: RefusedSecret, label: string): string {
  switch (refused) {
    case 'token':
      return l10n.t('The token for “{0}” is no longer accepted.', label);
    case 'secret':
      return l10n.t(
        'Couldn’t sign in to “{0}” again. Its password or credential is no longer accepted.',
        label,
      );
    case 'newToken':
      return l10n.t('Signed in to “{0}” again, but the new token is not accepted either.', label);
  }
}
