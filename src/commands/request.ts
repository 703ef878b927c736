import { l10n } from 'vscode';
import type { Session } from '../session/sessions';
import { foreignWords } from '../text/foreignText';
import type { CommandContext } from './context';
import { targetSession } from './targets';

/** As `targetSession`, for what a person asks of the server: it is asked, whatever the server said before. */
export async function requestSession(context: CommandContext, row: unknown): Promise<Session | undefined> {
  const session = await targetSession(context, row);
  if (session !== undefined) context.accounts.askAgain(session.accountId);
  return session;
}

/** The first page for a command that works on what is loaded, with the progress of the view and a way to cancel. */
export async function firstPage(
  { accounts, progress }: CommandContext,
  { accountId, account, images }: Session,
): Promise<void> {
  if (images.catalog.started) return images.ensureStarted();
  accounts.askAgain(accountId);
  await progress.inView(
    `${accountId} loadMore`,
    l10n.t('Loading the images of {0}', foreignWords(account.label)),
    (signal) => images.ensureStarted(signal),
  );
}
