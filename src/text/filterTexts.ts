import { l10n } from 'vscode';
import type { InstantProblem } from '../catalog/filter/instant';
import type { OwnerRole } from '../catalog/filter/ownerRoles';

/** What the boxes of the filter say of what was typed. */
export const filterTexts = {
  instantProblem: (problem: InstantProblem) =>
    problem === 'noSuchDate'
      ? l10n.t('Invalid date.')
      : l10n.t('Enter a date (2026-11-23, 2026-05 or 2026) or an age (7d, 12h or 1y).'),
  noSize: () => l10n.t('Enter a size in GB, such as 5, >5, <10 or 1-5.'),
  endBeforeStart: () => l10n.t('The end is before the start.'),

  title: () => l10n.t('Filter images'),
  moreTitle: () => l10n.t('More conditions'),
  select: () => l10n.t('Select a condition, or type what to look for'),
  change: () => l10n.t('Edit or add conditions (all must match), or type what to look for'),
  done: () => l10n.t('Done'),
  /** "Kind: My Saved Images" */
  valueOf: (condition: string, value: string) => l10n.t('{0}: {1}', condition, value),
  /** Behind the id of a project, which says nothing to people. */
  ownerOf: (role: OwnerRole, project: string) =>
    role === 'own' ? l10n.t('{0} (this project)', project) : l10n.t('{0} (cloud provider’s images)', project),
  applied: () => l10n.t('Applied'),
  add: () => l10n.t('Add Condition'),
  more: () => l10n.t('More…'),
  recent: () => l10n.t('Recently Used'),
  clearBroken: () => l10n.t('Clear filter… (it can’t be applied)'),
  clear: () => l10n.t('Clear All'),
  remove: () => l10n.t('Remove Condition'),

  name: () => l10n.t('Name'),
  nameRow: () => l10n.t('Name…'),
  nameExample: () => l10n.t('ubuntu, /regex/, or !text to exclude'),
  namePlaceholder: () => l10n.t('For example ubuntu, /ubuntu-(22|24)/i or !30gb'),
  namePrompt: () =>
    l10n.t(
      'Text in the name (not case-sensitive), a regular expression in slashes, or either after ! to exclude',
    ),
  exactName: () => l10n.t('Exact name'),
  exactNameRow: () => l10n.t('Exact name…'),
  fullName: () => l10n.t('Full name (case-sensitive)'),
  type: () => l10n.t('Type'),
  typeRow: () => l10n.t('Type…'),
  typePlaceholder: () => l10n.t('Image property image_type: select or enter a value'),
  savedImages: () => l10n.t('saved images'),
  status: () => l10n.t('Status'),
  statusRow: () => l10n.t('Status…'),

  diskSize: () => l10n.t('Disk size'),
  size: () => l10n.t('Image size'),
  sizeRow: () => l10n.t('Image size…'),
  sizeExample: () => l10n.t('For example >5, 5+, 500 MB or 1-5 (GB)'),
  diskExample: () => l10n.t('Select one or more, or enter a range such as >30 or 30-100 (GB)'),
  created: () => l10n.t('Created'),
  createdRow: () => l10n.t('Created…'),
  updated: () => l10n.t('Updated'),
  updatedRow: () => l10n.t('Updated…'),
  changedSince: () => l10n.t('Changed since'),
  changedSinceRow: () => l10n.t('Changed since…'),
  periodExample: () =>
    l10n.t('For example 1y (the last year), >1y (older), 2024, 2024-05 or 2024-01-01..2024-06-30'),
  instantExample: () => l10n.t('For example 7d, 12h, 2026-11-23 or 2026-11-23T09:00'),

  anyOf: (what: string) => l10n.t('{0}: any of these', what),
  noneOf: (what: string) => l10n.t('{0}: none of these', what),
  switchToNone: () => l10n.t('Any of these (switch to none of these)'),
  switchToAny: () => l10n.t('None of these (switch to any of these)'),
  selectValues: () => l10n.t('Select one or more'),
  noneLoaded: () => l10n.t('No image is loaded'),

  selectImage: () => l10n.t('Select an image'),
  scopeRow: () => l10n.t('More images…'),
  scopeTitle: () => l10n.t('More images'),
  scopePlaceholder: () => l10n.t('Select a list to request instead of the usual one'),
  /** The lists beside the usual one. */
  scope: {
    all: () => ({
      label: l10n.t('Also community images and all shares'),
      detail: l10n.t(
        'Community images of other projects, and images shared with you, whether accepted, pending or rejected',
      ),
    }),
    hidden: () => ({
      label: l10n.t('Hidden images only'),
      detail: l10n.t('A list of its own: hidden images are in no other'),
    }),
  },
};
