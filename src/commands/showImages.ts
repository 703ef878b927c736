import type { Account } from '../auth/account';
import type { AccountContext } from './context';
import { refreshInView } from './refreshInView';

/** What failed with an older token is asked for again. @throws as `refreshInView` */
export async function showImages(context: AccountContext, account: Account): Promise<void> {
  const session = context.sessions.of(account.id);
  if (session?.images.catalog.failure !== undefined) await refreshInView(context, session);
}
