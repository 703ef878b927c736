import type { Account } from '../auth/account';
import { tokenEnd } from '../auth/tokenEnd';
import type { Session } from '../session/sessions';
import { imagesSummary } from '../text/describeImages';
import { foreignText } from '../text/foreignText';
import { activeWord } from '../text/treeTexts';
import type { AccountRow } from './rows';

/** The row of an account. @param session `undefined` when it is signed out */
export function accountRow(account: Account, isActive: boolean, session: Session | undefined): AccountRow {
  const summary = session === undefined ? '' : imagesSummary(session.images);
  return {
    kind: 'account',
    id: account.id,
    accountId: account.id,
    parent: undefined,
    signedIn: session !== undefined,
    filtered: session?.images.filtered ?? false,
    label: foreignText(account.label),
    description: [isActive ? activeWord() : '', summary].filter((part) => part !== '').join(' · '),
    tokenEnds: tokenEnd(account)?.at,
  };
}
