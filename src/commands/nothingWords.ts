import type { AccountImages } from '../session/accountImages';
import { findTexts } from '../text/findTexts';

/** Why there is no image to choose, as far as that is known. @param filtered some may have been filtered out */
export function nothingWords({ catalog }: AccountImages, filtered: boolean): string {
  if (filtered) return findTexts.noneInFilter();
  return catalog.isComplete ? findTexts.none() : findTexts.noneLoaded();
}
