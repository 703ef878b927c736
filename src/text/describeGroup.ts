import { l10n } from 'vscode';
import { isFacetId } from '../catalog/facets';
import type { Group } from '../catalog/group';
import type { Grouping } from '../catalog/grouping';
import { readableHeading } from '../catalog/labels/readableHeading';
import { facetValueLabel } from './describeFacet';
import { foreignText } from './foreignText';

/** The label of a group: its value, or words for images that have none. */
export function describeGroup(group: Group, grouping: Grouping): string {
  const value = readableHeading(group);
  if (isFacetId(grouping)) return facetValueLabel(grouping, value);
  switch (grouping) {
    case 'status':
      return value === '' ? l10n.t('(no status)') : foreignText(value);
    case 'none':
      return l10n.t('All images');
  }
}
