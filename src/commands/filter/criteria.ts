import { forEachFacet } from '../../catalog/facets';
import type { CriterionKind } from '../../catalog/filter/criterion';
import type { SourceKnowledge } from '../../catalog/filter/definition';
import type { CriterionChoice } from './criterionChoice';
import { scopeCondition, typeCondition } from './exactConditions';
import { exactNameCondition, nameCondition } from './nameConditions';
import { changedSinceCondition, periodCondition, sizeCondition } from './rangeConditions';
import { diskCondition, facetCondition, ownerCondition, statusCondition } from './valueConditions';

const NAME = nameCondition();
const DISK = diskCondition();

/** How each kind is asked for. The compiler asks for every kind. */
const BY_KIND: { readonly [Kind in CriterionKind]: CriterionChoice } = {
  nameContains: NAME,
  namePattern: NAME,
  name: exactNameCondition(),
  type: typeCondition(),
  status: statusCondition(),
  changedSince: changedSinceCondition(),
  ...forEachFacet(facetCondition),
  disk: DISK,
  diskRange: DISK,
  owner: ownerCondition(),
  size: sizeCondition(),
  created: periodCondition('created'),
  updated: periodCondition('updated'),
  scope: scopeCondition(),
};

/** So many are offered at first. */
const FIRST_COUNT = 10;

/** What people ask for most, in the order of the menu: those of them that there are come first. */
const FIRST: readonly string[] = [
  'nameContains',
  'distribution',
  'app',
  'disk',
  'kind',
  'ownership',
  'support',
  'status',
  'created',
  'size',
  'updated',
  'os',
];

/** The conditions that images of a source can be told apart by: those that are offered at first, and further ones. */
export function conditionsFor(source: SourceKnowledge): {
  readonly first: readonly CriterionChoice[];
  readonly further: readonly CriterionChoice[];
} {
  const all = new Set(Object.values(BY_KIND).filter(({ suits }) => suits?.(source) ?? true));
  const known: Readonly<Record<string, CriterionChoice>> = BY_KIND;
  const wanted = FIRST.map((kind) => known[kind]).filter((choice) => choice !== undefined && all.has(choice));
  const first = wanted.filter((choice) => choice !== undefined).slice(0, FIRST_COUNT);
  return { first, further: [...all].filter((choice) => !first.includes(choice)) };
}

/** How a criterion that is there is changed. */
export function conditionOf(kind: CriterionKind): CriterionChoice {
  return BY_KIND[kind];
}
