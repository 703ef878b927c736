import { l10n } from 'vscode';
import { appOf, distributionOf, osOf } from '../../catalog/facets';
import { plainLabel } from '../../text/plainLabel';
import { LONGEST } from '../../base/longest';
import { askText, askValue } from '../ask';
import { exactly, valued, type CriterionChoice } from './criterionChoice';
import { nameContains, namePattern } from './nameCriteria';
import { changedSince, during, size } from './rangeCriteria';
import { facet, status } from './valueCriteria';

/** Every criterion that can be asked for, in the order of the menu. */
export const CRITERIA: readonly CriterionChoice[] = [
  ...nameContains(),
  ...namePattern(),
  {
    label: () => l10n.t('Exact name…'),
    example: { kind: 'name', value: '' },
    covers: ({ kind }) => kind === 'name',
    ask: async (_session, present) =>
      exactly(
        await askText({
          back: true,
          title: l10n.t('Exact name'),
          placeholder: l10n.t('The whole name, upper and lower case as the server has it'),
          value: present?.kind === 'name' ? present.value : '',
          longest: LONGEST.imageName,
        }),
        (value) => ({ kind: 'name', value }),
      ),
  },
  ...status(),
  {
    label: () => l10n.t('Type…'),
    example: { kind: 'type', value: 'snapshot' },
    covers: ({ kind }) => kind === 'type',
    ask: async (_session, present) =>
      valued(
        await askValue({
          back: true,
          title: l10n.t('Type'),
          placeholder: l10n.t('The image property image_type: pick or type a value'),
          items: [{ label: 'snapshot', description: l10n.t('saved images'), value: 'snapshot' }],
          present: present?.kind === 'type' ? present.value : undefined,
          other: {
            longest: LONGEST.property,
            item: (typed) => ({ label: plainLabel(typed), value: typed }),
          },
        }),
        (value) => ({ kind: 'type', value }),
      ),
  },
  changedSince(),
  ...facet(
    'app',
    () => l10n.t('App is…'),
    () => l10n.t('App is not…'),
    appOf,
  ),
  ...facet(
    'distribution',
    () => l10n.t('Distribution is…'),
    () => l10n.t('Distribution is not…'),
    distributionOf,
  ),
  ...facet(
    'os',
    () => l10n.t('Operating system is…'),
    () => l10n.t('Operating system is not…'),
    osOf,
  ),
  {
    label: () => l10n.t('Ownership…'),
    example: { kind: 'ownership', value: 'own' },
    covers: ({ kind }) => kind === 'ownership',
    ask: async (_session, present) =>
      valued(
        await askValue({
          back: true,
          title: l10n.t('Ownership'),
          placeholder: l10n.t('Whose images?'),
          items: [
            { label: l10n.t('My images'), value: 'own' },
            { label: l10n.t('Provider’s images'), value: 'vendor' },
          ],
          present: present?.kind === 'ownership' ? present.value : undefined,
        }),
        (value) => ({ kind: 'ownership', value: value === 'own' ? 'own' : 'vendor' }),
      ),
  },
  size(),
  ...during(),
];
