import { isNegated, type Criterion, type Filter } from './criterion';

/**
 * The filter with one more criterion. It takes the place of one of its kind, except that negated ones add up: an
 * image can be kept out for several reasons. Of negated values there is one list.
 */
export function withCriterion({ criteria }: Filter, criterion: Criterion): Filter {
  const replaced = criteria.findIndex((old) => takesPlaceOf(criterion, old));
  const old = criteria[replaced];
  if (old === undefined) return { criteria: [...criteria, criterion] };
  return { criteria: criteria.with(replaced, isNegated(criterion) ? joined(old, criterion) : criterion) };
}

function takesPlaceOf(criterion: Criterion, old: Criterion): boolean {
  if (old.kind !== criterion.kind || isNegated(old) !== isNegated(criterion)) return false;
  return !isNegated(criterion) || 'values' in criterion || sameCriterion(old, criterion);
}

function joined(old: Criterion, criterion: Criterion): Criterion {
  if (!('values' in old && 'values' in criterion)) return criterion;
  return { ...criterion, values: [...new Set([...old.values, ...criterion.values])] };
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

/** The same text for the same criterion: absent, `undefined` and `false` mean the same, and neither keys nor values have an order. */
function canonical(criterion: Criterion): string {
  const ordered = 'values' in criterion ? { ...criterion, values: criterion.values.toSorted() } : criterion;
  const told = Object.entries(ordered).filter(([, value]) => value !== undefined && value !== false);
  return JSON.stringify(told.sort(([a], [b]) => (a < b ? -1 : 1)));
}
