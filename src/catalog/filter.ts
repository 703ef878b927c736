export {
  isNegated,
  NO_FILTER,
  type Criterion,
  type CriterionKind,
  type CriterionOf,
  type Filter,
} from './filter/criterion';
export { addRecentFilter, sameFilter, withCriterion, withoutCriterion } from './filter/editing';
export { parseInstant, parsePeriod, type InstantProblem, type Period } from './filter/instant';
export {
  checkFilter,
  compilePatterns,
  filterImages,
  matcher,
  type MatcherContext,
  type Patterns,
} from './filter/matcher';
export { appliedBy, sameServerQuery, serverCriteria, serverQuery, type AppliedBy } from './filter/serverSide';
export { parseFilter, serializeFilter } from './filter/stored';
