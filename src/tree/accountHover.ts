import { MarkdownString, type CancellationToken } from 'vscode';
import type { Account } from '../auth/account';
import { inTime } from '../base/inTime';
import type { AccountImages } from '../session/accountImages';
import { storageDetail } from '../text/describeStorage';
import { foreignText } from '../text/foreignText';
import { tokenText } from '../text/tokenText';
import { tokenWord } from '../text/treeTexts';

/** Milliseconds: nobody looks at an empty hover for longer. */
const PATIENCE_MS = 2000;

/**
 * An account in a few lines, with its storage where its service tells that, which is asked for now.
 * @param images `undefined` where the account is signed out
 * @param token cancelled when the hover is left
 */
export async function accountHover(
  account: Account,
  images: AccountImages | undefined,
  token: CancellationToken,
): Promise<MarkdownString> {
  const left = new AbortController();
  const listening = token.onCancellationRequested(() => left.abort());
  try {
    const storage = images && (await inTime(storageDetail(images, left.signal), PATIENCE_MS));
    const facts = [{ name: tokenWord(), value: tokenText(account) }, ...(storage ? [storage] : [])];
    const lines = [
      foreignText(account.label),
      foreignText(account.base),
      ...facts.map(({ name, value }) => `${name}: ${value}`),
    ];
    return new MarkdownString().appendText(lines.join('\n\n'));
  } finally {
    listening.dispose();
    left.abort();
  }
}
