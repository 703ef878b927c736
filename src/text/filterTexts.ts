import { l10n } from 'vscode';
import type { InstantProblem } from '../catalog/filter/instant';

/** What the boxes of the filter say of what was typed. */
export const filterTexts = {
  instantProblem: (problem: InstantProblem) =>
    problem === 'noSuchDate'
      ? l10n.t('Invalid date.')
      : l10n.t('Enter a date (2026-11-23), a time (2026-11-23T09:00) or an age (7d, 12h, 30m).'),
  noSize: () => l10n.t('Enter a range in GiB, such as 1-5, 2- or -10.'),
  endBeforeStart: () => l10n.t('The end is before the start.'),
};
