import { commands } from 'vscode';
import type { Account } from '../auth/account';
import type { CommandContext } from './context';

/**
 * Brings the view up and gives it the focus. While other rows are on their way the editor may fail to focus the one
 * that was selected, or to find one; the view stands there by then, and what was asked for goes on.
 * @param account whose row is shown and selected, where several have one
 */
export async function showView(
  { log, view }: Pick<CommandContext, 'log' | 'view'>,
  account?: Account,
): Promise<void> {
  try {
    await commands.executeCommand('conohaImages.images.focus');
    if (account !== undefined) await view.revealAccount(account.id);
  } catch (error) {
    log.warn(error);
  }
}
