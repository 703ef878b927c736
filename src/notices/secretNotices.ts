import { commands, window } from 'vscode';
import type { Account } from '../auth/account';
import type { RefusedSecret } from '../auth/accountTokens';
import type { Accounts } from '../auth/accounts';
import type { AccountsOptions } from '../auth/accountsOptions';
import type { Core } from '../core';
import {
  refusedText,
  removeText,
  secretsForgottenText,
  signInAgainText,
  unreadAccountsText,
} from '../text/noticeTexts';
import { tell } from '../text/tell';
import { inBackground } from './inBackground';

/** What signs an account in is refused: asks once, and the tree says it until it is answered. @param report hears of what fails */
export function askToSignIn(report: (error: unknown) => void): AccountsOptions['onRefused'] {
  return (account, refused) => inBackground(ask(account, refused), report);
}

/** Said once a window. */
export function tellSecretsForgotten(): void {
  tell('warning', secretsForgottenText());
}

/** Accounts that cannot be read are no rows: they are named once a window, with a way out. */
export function tellUnreadAccounts({ accounts, log }: Pick<Core, 'accounts' | 'log'>): void {
  if (accounts.unread > 0) inBackground(askToRemove(accounts), log.report);
}

async function askToRemove(accounts: Accounts): Promise<void> {
  const remove = removeText();
  const answer = await window.showWarningMessage(unreadAccountsText(accounts.unread), remove);
  if (answer === remove) await accounts.removeUnread();
}

async function ask(account: Account, refused: RefusedSecret): Promise<void> {
  // A pasted token has ended: the row in the tree says so and asks for another.
  if (account.method.kind === 'token') return;
  const signIn = signInAgainText();
  const answer = await window.showWarningMessage(refusedText(refused, account), signIn);
  if (answer === signIn) {
    await commands.executeCommand('conohaImages.signIn', account.id);
  }
}
