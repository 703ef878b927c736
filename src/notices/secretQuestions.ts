import { commands, window } from 'vscode';
import type { Account } from '../auth/account';
import type { RefusedSecret } from '../auth/accountTokens';
import type { Accounts } from '../auth/accounts';
import { refusedText, removeText, signInAgainText, unreadAccountsText } from '../text/secretQuestionTexts';

/** Whether to sign in again. */
export async function askAboutRefused(account: Account, refused: RefusedSecret): Promise<void> {
  const signIn = signInAgainText();
  const answer = await window.showWarningMessage(refusedText(refused, account), signIn);
  if (answer === signIn) {
    await commands.executeCommand('conohaImages.signIn', account.id);
  }
}

/** Accounts that cannot be read are no rows: they are named once a window, with a way out. */
export async function tellOfUnread(accounts: Accounts): Promise<void> {
  const { unread } = accounts;
  if (unread === 0) return;
  const remove = removeText();
  const answer = await window.showWarningMessage(unreadAccountsText(unread), remove);
  if (answer === remove) await accounts.removeUnread();
}
