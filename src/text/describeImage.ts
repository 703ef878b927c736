import { l10n } from 'vscode';
import type { Image } from '../api/images/image';
import { hasStatus } from '../api/images/status';
import { isVisible } from '../base/visible';
import { foreignText } from './foreignText';

/** What an image is called in a row: its name, or the id when there is nothing to be seen of a name. */
export function imageLabel({ name, id }: Image): string {
  const label = [name, id].find(isVisible);
  return label === undefined ? l10n.t('(no ID)') : foreignText(label);
}

/** The status in words, with the progress of an image that is not ready. */
export function statusText(image: Image): string {
  const status = foreignText(image.status);
  return hasStatus(image, 'SAVING') && image.progress !== undefined
    ? l10n.t('{0}, {1}%', status, image.progress)
    : status;
}
