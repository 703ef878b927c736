import type { Account } from '../auth/account';
import type { AccountContext } from './context';

/** What failed with an older token is asked for again. */
export async function showImages({ sessions }: AccountContext, account: Account): Promise<void> {
  const catalog = sessions.of(account.id)?.images.catalog;
  if (catalog?.failure !== undefined) await catalog.refresh();
}
