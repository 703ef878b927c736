export { applyFilter, appliedBy, atTime, loadedFilter, type AppliedFilter } from './filter/appliedFilter';
export {
  isNegated,
  NO_FILTER,
  type Criterion,
  type CriterionFields,
  type CriterionKind,
  type CriterionOf,
  type Filter,
} from './filter/criterion';
export { addRecentFilter, sameFilter, withCriterion, withoutCriterion } from './filter/editing';
export { passing, type ImageTest } from './filter/imageTest';
export { parseInstant, parsePeriod, type InstantProblem, type Period } from './filter/instant';
export { queryTest, sameQuery } from './filter/query';
export { parseFilter, serializeFilter } from './filter/stored';
