import { env, l10n } from 'vscode';
import type { Image } from '../api/images/image';
import { hasStatus } from '../api/images/status';
import { fitting, NARROW_COLUMNS } from '../base/columns';
import { formatBytes, formatDate, formatDisks, formatSecond } from '../base/format';
import { appOf, distributionOf } from '../catalog/facetValues';
import type { RowDetail } from '../catalog/labels/rowDetail';
import type { LabelStyle } from '../catalog/labels/labelStyle';
import type { Apart } from '../catalog/labels/apart';
import type { RowLabel } from '../catalog/labels/rowLabel';
import type { Release } from '../catalog/release';
import { hasSupportEnded, supportOf } from '../catalog/support/support';
import { statusText } from './describeImage';
import { supportMark, supportText } from './describeSupport';
import { foreignText } from './foreignText';

/** A row of the list: an image, or one in several disk sizes. */
export interface DescribedRow {
  /** The first of its sizes. */
  readonly image: Image;
  /** GiB. */
  readonly disks: readonly number[];
  readonly label: RowLabel;
}

/** Letters of a label that is followed by what is urgent: in a side bar of the usual width both can be read. */
const URGENT_COLUMNS = 18;

/** What a row of a narrow side bar is called. A name that was wanted as it is stays so. */
export function narrowLabelText(row: DescribedRow, style: LabelStyle): string {
  const text = rowLabelText(row);
  if (style === 'name') return text;
  if (!isUsual(row.image)) return fitting(text, URGENT_COLUMNS);
  return row.label.differsBehind ? fitting(text, NARROW_COLUMNS) : text;
}

/** What a row is called. */
export function rowLabelText({ image, disks, label }: DescribedRow): string {
  const text = label.saysDisks ? disksText(disks) : foreignText(label.text);
  const apart = label.apart && apartText(label.apart);
  return joined([text, apart], ' ') || foreignText(image.id) || l10n.t('(no ID)');
}

/** What stands beside it: first what is wrong or not ready yet, then the details that are wanted, as far as they are known. */
export function rowDetailsText(
  row: DescribedRow,
  details: readonly RowDetail[],
  isFavourite = false,
): string {
  const urgent = isUsual(row.image) ? [] : [statusText(row.image)];
  const mark = supportMark(supportOf(row.image), Date.now());
  // Beside the disk size: at the end it would be cut off.
  // What a row stands for has to be seen, whatever is wanted beside it.
  const all: readonly RowDetail[] =
    row.disks.length > 1 && !details.includes('disk') ? ['disk', ...details] : details;
  const at = all.indexOf('disk') + 1;
  const texts = all.map((detail) => detailText(row, detail));
  const star = isFavourite ? ['★'] : [];
  return joined([...star, ...urgent, ...texts.slice(0, at), mark, ...texts.slice(at)], ' · ');
}

/** A row in one sentence, as a screen reader says it, with the server's name where the label is another. */
export function rowSpoken(row: DescribedRow, isFavourite = false): string {
  const { image, disks, label } = row;
  const { created } = image;
  const text = rowLabelText(row);
  const name = foreignText(image.name);
  const support = supportOf(image);
  const parts = [
    text,
    label.saysDisks ? undefined : disksText(disks)?.replaceAll(' · ', ', '),
    created === undefined ? undefined : l10n.t('created {0}', formatDate(created)),
    hasStatus(image, 'ACTIVE') ? statusText(image).toLowerCase() : statusText(image),
    support !== undefined && hasSupportEnded(support, Date.now())
      ? supportText(support, Date.now())
      : undefined,
    isFavourite ? l10n.t('favorite') : undefined,
    name === text ? undefined : name,
  ];
  return joined(parts, l10n.t(', '));
}

function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}

function apartText(apart: Apart): string {
  switch (apart.kind) {
    case 'name':
    case 'id':
      return foreignText(apart.text);
    case 'date':
      return formatDate(apart.time);
    case 'time':
      return formatSecond(apart.time);
  }
}

/** Neither urgent nor anything else that has to be said first. */
function isUsual(image: Image): boolean {
  return hasStatus(image, 'ACTIVE');
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
      return label.told.includes('app') ? undefined : releaseText(appOf(image));
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

function disksText(disks: readonly number[]): string | undefined {
  return disks.length === 0 ? undefined : formatDisks(disks);
}

/** A queued image has the size 0: that it has none yet is no size. */
function sizeText({ size }: Image): string | undefined {
  return size === undefined || size === 0 ? undefined : formatBytes(size, env.language);
}

function dateText(time: number | undefined, apart: Apart | undefined): string | undefined {
  const isSaid = apart !== undefined && 'time' in apart && apart.time === time;
  return time === undefined || isSaid ? undefined : formatDate(time);
}
