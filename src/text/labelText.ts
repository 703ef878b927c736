import type { Image } from '../api/images/image';
import { hasStatus } from '../api/images/status';
import { formatDate, formatDisks, formatSecond } from '../base/format';
import type { Apart } from '../catalog/labels/apart';
import { cutLabels } from '../catalog/labels/cutLabels';
import type { LabelStyle } from '../catalog/labels/labelStyle';
import type { RowLabel } from '../catalog/labels/rowLabel';
import { foreignText } from './foreignText';

/** A row of the list: an image, or one in several disk sizes. */
export interface DescribedRow {
  /** The first of its sizes. */
  readonly image: Image;
  /** GiB. */
  readonly disks: readonly number[];
  readonly label: RowLabel;
  /** What all of its sizes are called; its own name unless given. */
  readonly name?: string;
}

/** What a row is called: the texts of others, sizes and dates, which are the same in every language; empty where there is none. */
export function labelText({ disks, label }: DescribedRow): string {
  const text = label.saysDisks ? disksText(disks) : foreignText(label.text);
  return joinedParts([text, label.apart && apartText(label.apart)], ' ');
}

/**
 * What a narrow side bar shows of the labels of rows that stand together; `undefined` for those that it shows whole. Names that
 * were wanted as they are stay so.
 */
export function narrowTexts(
  rows: readonly DescribedRow[],
  style: LabelStyle,
): readonly (string | undefined)[] {
  if (style === 'name') return rows.map(() => undefined);
  return cutLabels(rows.map((row) => ({ text: labelText(row), urgent: urgentText(row.image) })));
}

/** What tells a row from others, in words. */
export function apartText(apart: Apart): string {
  switch (apart.kind) {
    case 'name':
      return foreignText(apart.text);
    case 'id':
      return joinedParts([apart.name && foreignText(apart.name), foreignText(apart.text)], ' ');
    case 'date':
      return joinedParts([apart.name && foreignText(apart.name), formatDate(apart.time)], ' ');
    case 'time':
      return joinedParts([apart.name && foreignText(apart.name), formatSecond(apart.time)], ' ');
  }
}

/** Neither urgent nor anything else that has to be said first. */
export function isUsual(image: Image): boolean {
  return hasStatus(image, 'ACTIVE');
}

/** About as long as what is said first beside a label, in whatever language; `undefined` where nothing is urgent. */
function urgentText(image: Image): string | undefined {
  if (isUsual(image)) return undefined;
  const status = foreignText(image.status);
  return hasStatus(image, 'SAVING') && image.progress !== undefined
    ? `${status}, ${image.progress}%`
    : status;
}

/** GiB of disks in words; `undefined` where there are none. */
export function disksText(disks: readonly number[]): string | undefined {
  return disks.length === 0 ? undefined : formatDisks(disks);
}

/** The parts that there are. */
export function joinedParts(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}
