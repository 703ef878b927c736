import type { Session } from '../session/sessions';
import { foreignWords } from '../text/foreignText';
import { loadTexts } from '../text/loadTexts';
import type { CommandContext } from './context';

/** Lists again as far as was loaded, with the progress of the view and a way to cancel. @throws as `AccountImages.refresh` */
export async function refreshInView(
  { progress }: Pick<CommandContext, 'progress'>,
  { accountId, account, images }: Session,
): Promise<void> {
  const words = loadTexts.refreshing(foreignWords(account.label));
  await progress.inView(`${accountId} refresh`, words, (signal) => images.refresh(signal));
}
