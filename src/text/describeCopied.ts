import { l10n } from 'vscode';
import type { Image } from '../api/images/image';
import { hasStatus } from '../api/images/status';
import { formatCount, formatDisks } from '../base/format';
import { diskOf } from '../catalog/disk';
import { titleOf } from '../catalog/labels/title';
import { hasSupportEnded, supportOf } from '../catalog/support/support';
import { statusText } from './describeImage';
import { foreignText } from './foreignText';
import { paragraph } from './paragraph';
import { supportText } from './describeSupport';
import { bracketedText } from './punctuation';

/** Characters of what an image is called, beside which other words stand. */
const LONGEST_CALLED = 60;

/** What one image is called where it was copied, with its disk size: "Ubuntu 22.04 (30 GB)". */
export function calledText(image: Image): string {
  const disk = diskOf(image);
  const text = foreignText(titleOf(image).text, LONGEST_CALLED) || l10n.t('(no ID)');
  return disk === undefined ? text : bracketedText(text, formatDisks([disk]));
}

/** What whoever uses the images should know; `undefined` where there is nothing. @param now milliseconds since 1970 */
export function cautionText(images: readonly Image[], now: number): string | undefined {
  const [only, ...others] = images;
  const unready = images.filter((image) => !hasStatus(image, 'ACTIVE'));
  const ended = images.filter((image) => {
    const support = supportOf(image);
    return support !== undefined && hasSupportEnded(support, now);
  });
  const cautions =
    only === undefined || others.length > 0
      ? [
          unready.length > 0 ? l10n.t('Not ACTIVE: {0}.', formatCount(unready.length)) : undefined,
          ended.length > 0 ? l10n.t('Support ended: {0}.', formatCount(ended.length)) : undefined,
        ]
      : [
          unready.length > 0 ? l10n.t('It is {0}.', statusText(only)) : undefined,
          ended.length > 0 ? endedText(only, now) : undefined,
        ];
  const told = cautions.filter((caution) => caution !== undefined);
  return told.length === 0 ? undefined : paragraph(told);
}

function endedText(image: Image, now: number): string | undefined {
  const support = supportOf(image);
  return support && l10n.t('Note: {0}.', supportText(support, now));
}
