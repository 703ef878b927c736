import { l10n } from 'vscode';
import type { AccountImages } from '../session/accountImages';

/** Why there is no image to choose, as far as that is known. @param filtered some may have been filtered out */
export function nothingWords({ catalog }: AccountImages, filtered: boolean): string {
  if (filtered) return l10n.t('No loaded image matches the filter.');
  return catalog.isComplete ? l10n.t('This account has no images.') : l10n.t('No image is loaded');
}
