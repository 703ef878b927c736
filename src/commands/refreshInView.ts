import { l10n } from 'vscode';
import type { Session } from '../session/sessions';
import { foreignWords } from '../text/foreignText';
import type { CommandContext } from './context';

/** Lists again as far as was loaded, with the progress of the view and a way to cancel. @throws as `Catalog.refresh` */
export async function refreshInView(
  { progress }: Pick<CommandContext, 'progress'>,
  { accountId, account, images }: Session,
): Promise<void> {
  await progress.inView(
    `${accountId} refresh`,
    l10n.t('Refreshing the images of {0}', foreignWords(account.label)),
    (signal) => images.catalog.refresh(signal),
  );
}
