import { l10n } from 'vscode';

/** How images are grouped and sorted. */
export const arrangeTexts = {
  combine: () => l10n.t('Combine disk sizes in one row'),
  on: () => l10n.t('on'),
  off: () => l10n.t('off'),
  groupTitle: () => l10n.t('Group By'),
  groupBy: () => l10n.t('Group images by'),
  sortTitle: () => l10n.t('Sort By'),
  sortBy: () => l10n.t('Sort images within groups by'),
  current: () => l10n.t('current'),
  automatic: () => l10n.t('Automatic (kind, else status)'),
  status: () => l10n.t('Status'),
  noGrouping: () => l10n.t('No grouping'),
  serverOrder: () => l10n.t('Newest first (default)'),
  nameUp: () => l10n.t('Name, A to Z'),
  nameDown: () => l10n.t('Name, Z to A'),
  sizeUp: () => l10n.t('Size, smallest first'),
  sizeDown: () => l10n.t('Size, largest first'),
  createdUp: () => l10n.t('Created, oldest first'),
  createdDown: () => l10n.t('Created, newest first'),
  updatedUp: () => l10n.t('Updated, oldest first'),
  updatedDown: () => l10n.t('Updated, newest first'),
};
