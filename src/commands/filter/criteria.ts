import { forEachFacet } from '../../catalog/facets';
import type { CriterionKind } from '../../catalog/filter/criterion';
import { SAVED_IMAGE_TYPE } from '../../conoha';
import { plainLabel } from '../../text/plainLabel';
import { LONGEST } from '../../base/longest';
import { filterTexts } from '../../text/filterTexts';
import { asItIs } from '../ask';
import { askText } from '../askText';
import { askValue } from '../askValue';
import { exactly, valued, type CriterionChoice } from './criterionChoice';
import { facetCriteria } from './facetCriteria';
import { nameContains, namePattern } from './nameCriteria';
import { changedSince, during, size } from './rangeCriteria';
import { scopeCriterion } from './scopeCriterion';
import { statusCriteria } from './statusCriteria';

/** What can be asked for of each kind, in the order of the menu. The compiler asks for every kind. */
const BY_KIND: { readonly [Kind in CriterionKind]: readonly CriterionChoice[] } = {
  nameContains: nameContains(),
  namePattern: namePattern(),
  name: [
    {
      label: () => filterTexts.exactNameRow(),
      example: { kind: 'name', value: '' },
      covers: ({ kind }) => kind === 'name',
      ask: async (_session, present) =>
        exactly(
          await askText({
            back: true,
            title: filterTexts.exactName(),
            placeholder: filterTexts.fullName(),
            text: present?.kind === 'name' ? present.value : '',
            longest: LONGEST.imageName,
            read: asItIs,
          }),
          (value) => ({ kind: 'name', value }),
        ),
    },
  ],
  status: statusCriteria(),
  type: [
    {
      label: () => filterTexts.typeRow(),
      example: { kind: 'type', value: SAVED_IMAGE_TYPE },
      covers: ({ kind }) => kind === 'type',
      ask: async (_session, present) =>
        valued(
          await askValue({
            back: true,
            title: filterTexts.type(),
            placeholder: filterTexts.typePlaceholder(),
            items: [
              { label: SAVED_IMAGE_TYPE, description: filterTexts.savedImages(), value: SAVED_IMAGE_TYPE },
            ],
            present: present?.kind === 'type' ? present.value : undefined,
            other: {
              text:
                present?.kind === 'type' && present.value !== SAVED_IMAGE_TYPE ? present.value : undefined,
              longest: LONGEST.property,
              item: (typed) =>
                typed === SAVED_IMAGE_TYPE ? undefined : { label: plainLabel(typed), value: typed },
              first: true,
            },
            read: asItIs,
          }),
          (value) => ({ kind: 'type', value }),
        ),
    },
  ],
  changedSince: [changedSince()],
  scope: [scopeCriterion()],
  ...forEachFacet(facetCriteria),
  size: [size()],
  created: [during('created', () => filterTexts.created())],
  updated: [during('updated', () => filterTexts.updated())],
};

/** All criteria, in the order in which they are offered. */
export const CRITERIA: readonly CriterionChoice[] = Object.values(BY_KIND).flat();
