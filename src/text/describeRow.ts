import { env, l10n } from 'vscode';
import type { Image } from '../api/images/image';
import { hasStatus } from '../api/images/status';
import { formatBytes, formatDate } from '../base/format';
import { isVisible } from '../base/visible';
import { appOf, distributionOf } from '../catalog/facetValues';
import type { RowDetail } from '../catalog/labels/rowDetail';
import type { Apart } from '../catalog/labels/apart';
import { readableApp } from '../catalog/labels/readableApp';
import { titleOf } from '../catalog/labels/title';
import type { Release } from '../catalog/release';
import { hasSupportEnded, supportOf } from '../catalog/support/support';
import { statusText } from './describeImage';
import { supportMark, supportText } from './describeSupport';
import { foreignText } from './foreignText';
import { apartText, disksText, isUsual, joinedParts, labelText, type DescribedRow } from './labelText';

/** What a row is called. */
export function rowLabelText(row: DescribedRow): string {
  return labelText(row) || foreignText(row.image.id) || l10n.t('(no ID)');
}

/** What stands beside it: first what is wrong or not ready yet, then the details that are wanted, as far as they are known. */
export function rowDetailsText(
  row: DescribedRow,
  details: readonly RowDetail[],
  isFavourite = false,
): string {
  const urgent = isUsual(row.image) ? [] : [statusText(row.image)];
  const mark = supportMark(supportOf(row.image), Date.now());
  // What a row stands for has to be seen, whatever is wanted beside it.
  const all: readonly RowDetail[] =
    row.disks.length > 1 && !details.includes('disk') ? ['disk', ...details] : details;
  // The mark stands beside the disk size: at the end it would be cut off.
  const at = all.indexOf('disk') + 1;
  const texts = all.map((detail) => detailText(row, detail));
  const star = isFavourite ? ['★'] : [];
  return joinedParts([...star, ...urgent, ...texts.slice(0, at), mark, ...texts.slice(at)], ' · ');
}

/** A row in one sentence, as a screen reader says it: whole, whatever the heading says, with the server's name where that is another. */
export function rowSpoken(row: DescribedRow, isFavourite = false): string {
  const { image, disks, label } = row;
  const { created } = image;
  const title = foreignText((label.told.length === 0 && label.text) || titleOf(image).text);
  const apart = label.apart && apartText(label.apart);
  const name = foreignText(row.name ?? image.name);
  const support = supportOf(image);
  const parts = [
    joinedParts([title, apart], ' ') || rowLabelText(row),
    disksText(disks)?.replaceAll(' · ', l10n.t(', ')),
    created === undefined || isSaidBy(label.apart, created)
      ? undefined
      : l10n.t('created {0}', formatDate(created)),
    hasStatus(image, 'ACTIVE') ? statusText(image).toLowerCase() : statusText(image),
    support !== undefined && hasSupportEnded(support, Date.now())
      ? supportText(support, Date.now())
      : undefined,
    isFavourite ? l10n.t('favorite') : undefined,
    name === title || !isVisible(name) ? undefined : name,
  ];
  return joinedParts(parts, l10n.t(', '));
}

/** `undefined` where it is not known, or said already. */
function detailText({ image, disks, label }: DescribedRow, detail: RowDetail): string | undefined {
  switch (detail) {
    case 'disk':
      return label.saysDisks ? undefined : disksText(disks);
    case 'size':
      return sizeText(image);
    case 'created':
    case 'updated':
      return dateText(image[detail], label.apart);
    case 'app':
      return label.told.includes('app') ? undefined : releaseText(readableApp(appOf(image)));
    case 'distribution':
      return label.told.includes('distribution') ? undefined : releaseText(distributionOf(image));
    case 'owner':
      return image.details && foreignText(image.details.owner);
    case 'status':
      // Any other stands there already.
      return hasStatus(image, 'ACTIVE') ? statusText(image) : undefined;
    case 'id':
      return foreignText(image.id);
  }
}

function releaseText(release: Release | undefined): string | undefined {
  return release && foreignText(release.label);
}

/** A queued image has the size 0: that it has none yet is no size. */
function sizeText({ size }: Image): string | undefined {
  return size === undefined || size === 0 ? undefined : formatBytes(size, env.language);
}

function dateText(time: number | undefined, apart: Apart | undefined): string | undefined {
  return time === undefined || isSaidBy(apart, time) ? undefined : formatDate(time);
}

function isSaidBy(apart: Apart | undefined, time: number): boolean {
  return apart !== undefined && 'time' in apart && apart.time === time;
}
