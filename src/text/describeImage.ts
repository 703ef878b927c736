import { env, l10n } from 'vscode';
import type { Image } from '../api/images/image';
import { hasStatus } from '../api/images/status';
import { isVisible } from '../base/visible';
import { formatBytes, formatDate } from '../base/format';
import { foreignText } from './foreignText';

/** What an image is called in a row: its name, or the id when there is nothing to be seen of a name. */
export function imageLabel({ name, id }: Image): string {
  const label = [name, id].find(isVisible);
  return label === undefined ? l10n.t('(no ID)') : foreignText(label);
}

/** Status word when it is not ACTIVE · size · created; what the server did not send is left out. A narrow side bar cuts the end off. */
export function imageSummary(image: Image): string {
  const created = image.created === undefined ? undefined : formatDate(image.created);
  return [progressText(image), sizeText(image), created].filter((part) => part !== undefined).join(' · ');
}

/** The status in words, with the progress of an image that is not ready. */
export function statusText(image: Image): string {
  const status = foreignText(image.status);
  return hasStatus(image, 'SAVING') && image.progress !== undefined
    ? l10n.t('{0}, {1}%', status, image.progress)
    : status;
}

/** A queued image has the size 0: that it has none yet is no size. */
function sizeText({ size }: Image): string | undefined {
  return size === undefined || size === 0 ? undefined : formatBytes(size, env.language);
}

function progressText(image: Image): string | undefined {
  return hasStatus(image, 'ACTIVE') ? undefined : statusText(image);
}
