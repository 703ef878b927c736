import { env, l10n } from 'vscode';
import type { ImageStorage } from '../api/images/imageStorage';
import { formatBytes, formatExactBytes } from '../base/format';
import type { AccountImages } from '../session/accountImages';
import type { AccountDetail } from './describeAccount';
import { failureWords } from './failureText';
import { foreignText } from './foreignText';
import { bracketedText } from './punctuation';

/**
 * The storage for saved images, asked for now; words for why it is not known where asking has failed. Never rejects.
 * @returns `undefined` where the account's service has no such thing, or nobody waits for it any more
 */
export async function storageDetail(
  images: AccountImages,
  signal: AbortSignal,
): Promise<AccountDetail | undefined> {
  const name = l10n.t('Image storage');
  try {
    const storage = await images.source.storage?.(images.loaded, signal);
    return storage && { name, value: storageText(storage) };
  } catch (error) {
    return signal.aborted ? undefined : { name, value: await failureWords(error) };
  }
}

/** The quota in the server's own unit: what it means by one is not known. */
function storageText({ used, quota }: ImageStorage): string {
  const limit = quota === undefined ? undefined : foreignText(quota);
  if (used === undefined) return l10n.t('quota {0}', limit ?? '');
  const amount = bracketedText(formatBytes(used, env.language), formatExactBytes(used, env.language));
  return limit === undefined ? l10n.t('{0} used', amount) : l10n.t('{0} used, quota {1}', amount, limit);
}
