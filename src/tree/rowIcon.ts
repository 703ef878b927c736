import { ThemeIcon } from 'vscode';
import type { Image } from '../api/images/image';
import { hasStatus } from '../api/images/status';
import { distributionOf } from '../catalog/facetValues';
import type { Group } from '../catalog/group';
import type { Grouping } from '../catalog/grouping';
import { natureOf, type Kind } from '../catalog/kind';
import { distributionIcon } from './distributionIcon';
import type { RowLook } from './rows';
import { statusIcon } from './statusIcon';

/** An icon for each kind; none of them is a running machine. */
const KIND_ICONS: Readonly<Record<Kind, string>> = {
  attention: 'bell',
  own: 'save',
  os: 'package',
  app: 'extensions',
  shared: 'organization',
  other: 'file-binary',
};

/** Icons of groups that have none of their own. */
const GROUP_ICONS: Readonly<Record<Exclude<Grouping, 'status' | 'kind'>, string>> = {
  os: 'layers',
  app: KIND_ICONS.app,
  distribution: KIND_ICONS.os,
  ownership: 'person',
  owner: 'person',
  support: 'shield',
  visibility: 'eye',
  disk: 'database',
  diskFormat: 'file-binary',
  none: 'list-flat',
};

/** What an image is; where it is not ACTIVE, its status, which matters more. */
export function imageIcon(image: Image, look: RowLook): ThemeIcon {
  if (!hasStatus(image, 'ACTIVE')) return statusIcon(image.status);
  const nature = natureOf(image);
  const own = nature === 'os' ? distributionIcon(distributionOf(image)?.family, look) : undefined;
  return own ?? new ThemeIcon(KIND_ICONS[nature]);
}

/** Every group has one: without it the editor would draw the rows below it further out than the group itself. */
export function groupIcon({ value, heading }: Group, grouping: Grouping, look: RowLook): ThemeIcon {
  if (heading !== undefined) {
    const own = heading.facet === 'distribution' ? distributionIcon(heading.family, look) : undefined;
    return own ?? new ThemeIcon(heading.facet === 'app' ? KIND_ICONS.app : KIND_ICONS.os);
  }
  if (grouping === 'status') return statusIcon(value);
  if (grouping === 'kind') return new ThemeIcon(KIND_ICONS[value as Kind]);
  // Of the operating systems the BSDs have logos.
  const logo = grouping === 'os' ? distributionIcon(value, look) : undefined;
  return logo ?? new ThemeIcon(GROUP_ICONS[grouping]);
}
