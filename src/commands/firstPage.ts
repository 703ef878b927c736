import type { Session } from '../session/sessions';
import { foreignWords } from '../text/foreignText';
import { loadTexts } from '../text/loadTexts';
import type { CommandContext } from './context';

/** The first page for a command that works on what is loaded, with the progress of the view and a way to cancel. */
export async function firstPage(
  { accounts, progress }: CommandContext,
  { accountId, account, images }: Session,
): Promise<void> {
  if (images.catalog.started) return images.ensureStarted();
  accounts.askAgain(accountId);
  await progress.inView(`${accountId} loadMore`, loadTexts.first(foreignWords(account.label)), (signal) =>
    images.ensureStarted(signal),
  );
}

/** The same for an open box, which shows that it waits. @param closed fires when the box is closed: who has left it waits no more */
export async function firstPageForBox(
  { accounts }: Pick<CommandContext, 'accounts'>,
  { accountId, images }: Session,
  closed: AbortSignal,
): Promise<void> {
  if (!images.catalog.started) accounts.askAgain(accountId);
  await images.ensureStarted(closed);
}
