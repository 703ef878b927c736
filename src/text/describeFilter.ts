import { l10n } from 'vscode';
import type { Criterion } from '../catalog/filter';

/** One criterion in words, short enough for a row's description. */
export function describeCriterion(criterion: Criterion): string {
  const words = criterionWords(criterion);
  return 'negated' in criterion && criterion.negated === true ? l10n.t('not {0}', words) : words;
}

function criterionWords(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'nameContains':
      return l10n.t('name contains “{0}”', criterion.text);
    case 'namePattern':
      return l10n.t('name matches {0}', criterion.pattern);
    case 'name':
      return l10n.t('name is “{0}”', criterion.value);
    case 'status':
      return l10n.t('status {0}', criterion.value);
    case 'type':
      return l10n.t('type {0}', criterion.value);
    case 'changedSince':
      return l10n.t('changed since {0}', criterion.value);
    case 'app':
      return l10n.t('app {0}', criterion.value || l10n.t('(no app)'));
    case 'distribution':
      return l10n.t('distribution {0}', criterion.value || l10n.t('(no distribution)'));
    case 'os':
      return l10n.t('OS {0}', criterion.value || l10n.t('(unknown OS)'));
    case 'ownership':
      return criterion.value === 'own' ? l10n.t('my images') : l10n.t('provider’s images');
    case 'size':
      return l10n.t('size {0}', rangeText(gib(criterion.min), gib(criterion.max), 'GiB'));
    case 'created':
      return l10n.t('created {0}', rangeText(criterion.from, criterion.to));
    case 'updated':
      return l10n.t('updated {0}', rangeText(criterion.from, criterion.to));
  }
}

function gib(bytes: number | undefined): string | undefined {
  return bytes === undefined ? undefined : String(Math.round((bytes / 1024 ** 3) * 100) / 100);
}

function rangeText(from: string | undefined, to: string | undefined, unit = ''): string {
  return `${from ?? ''}–${to ?? ''} ${unit}`.trim();
}
