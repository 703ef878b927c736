import { l10n } from 'vscode';

/** How many images: "1 image", "1,234 images". @param count formatted, perhaps with a `+` */
export function imageCountText(count: string): string {
  return count === '1' ? l10n.t('1 image') : l10n.t('{0} images', count);
}
