import { l10n } from 'vscode';
import type { Group, Grouping } from '../catalog/grouping';
import { foreignText } from './foreignText';

/** The label of a group: its value, or words for images that have none. */
export function describeGroup(group: Group, grouping: Grouping): string {
  if (grouping === 'ownership' && group.value === 'own') return l10n.t('My images');
  if (grouping === 'ownership' && group.value === 'vendor') return l10n.t('Provider’s images');
  if (group.value !== '') return foreignText(group.value);
  switch (grouping) {
    case 'status':
      return l10n.t('(no status)');
    case 'app':
      return l10n.t('(no app)');
    case 'distribution':
      return l10n.t('(no distribution)');
    case 'os':
      return l10n.t('(unknown OS)');
    case 'ownership':
    case 'none':
      return l10n.t('All images');
  }
}
