import type { Account } from '../../auth/account';
import type { CommandContext } from '../context';

/** What failed with an older token is asked for again. */
export async function showImages({ sessions }: CommandContext, account: Account): Promise<void> {
  const catalog = sessions.of(account)?.images.catalog;
  if (catalog?.failure !== undefined) await catalog.refresh();
}
