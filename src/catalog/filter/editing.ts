import { isNegated, type Criterion, type Filter } from './criterion';

/**
 * The filter with one more criterion. It takes the place of one of its kind, except that negated ones add up: an
 * image can be kept out for several reasons.
 */
export function withCriterion(filter: Filter, criterion: Criterion): Filter {
  const replaced = filter.criteria.findIndex((old) =>
    isNegated(criterion)
      ? sameCriterion(old, criterion)
      : old.kind === criterion.kind && isNegated(old) === isNegated(criterion),
  );
  return {
    criteria: replaced === -1 ? [...filter.criteria, criterion] : filter.criteria.with(replaced, criterion),
  };
}

/** The filter without the criterion at a position. */
export function withoutCriterion(filter: Filter, index: number): Filter {
  return { criteria: filter.criteria.filter((_, at) => at !== index) };
}

/** The same criteria, in whatever order. */
export function sameFilter(a: Filter, b: Filter): boolean {
  return (
    a.criteria.length === b.criteria.length &&
    a.criteria.every((criterion) => b.criteria.some((other) => sameCriterion(criterion, other)))
  );
}

/**
 * Filters to choose from again, the latest first, each once.
 * @param most how many are kept
 */
export function addRecentFilter(recent: readonly Filter[], filter: Filter, most = 10): readonly Filter[] {
  if (filter.criteria.length === 0) return recent;
  return [filter, ...recent.filter((old) => !sameFilter(old, filter))].slice(0, most);
}

/** Whether two criteria say the same, however they were written down. */
export function sameCriterion(a: Criterion, b: Criterion): boolean {
  return canonical(a) === canonical(b);
}

/** The same text for the same criterion: absent, `undefined` and `false` mean the same, and keys have no order. */
function canonical(criterion: Criterion): string {
  const told = Object.entries(criterion).filter(([, value]) => value !== undefined && value !== false);
  return JSON.stringify(told.sort(([a], [b]) => (a < b ? -1 : 1)));
}
