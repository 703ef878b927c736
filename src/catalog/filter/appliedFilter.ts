import type { AppliedBy, QueryParts, ServerQuery } from '../../api/images/imageSource';
import {
  isNegated,
  type Criterion,
  type CriterionFields,
  type CriterionKind,
  type Filter,
} from './criterion';
import type { Definition, LaterTest } from './definition';
import { DEFINITIONS } from './definitions';
import { sameCriterion } from './editing';
import { allOf, not, type ImageTest } from './imageTest';

/** A criterion with what it means: its relative times are fixed, and stay so while it is part of the filter. */
interface AppliedCriterion {
  readonly criterion: Criterion;
  readonly asked: ServerQuery;
  /** `undefined` where the server's word is taken. */
  readonly test: ImageTest | LaterTest | undefined;
}

/** A filter with what it means to one source, made once: what the server is asked, and the check of what it sends. */
export interface AppliedFilter extends Filter {
  readonly parts: readonly AppliedCriterion[];
  readonly query: ServerQuery;
  /** `pending` until `loadedFilter`; `fails` where nobody knows what the filter lets through. */
  readonly test: ImageTest | 'pending' | 'fails';
}

export interface FilterContext {
  /** Who applies what the server can be asked. */
  readonly applied: QueryParts;
  /** What relative times count from, milliseconds since 1970-01-01 UTC. */
  readonly now: number;
  /** The filter that it takes the place of: a criterion that stays goes on meaning what it meant. */
  readonly before?: AppliedFilter;
}

/** One that is applied already stays as it is. */
export function applyFilter(filter: Filter, { applied, now, before }: FilterContext): AppliedFilter {
  if (isApplied(filter)) return filter;
  const parts = filter.criteria.map(
    (criterion) =>
      before?.parts.find((part) => sameCriterion(part.criterion, criterion)) ??
      applyCriterion(criterion, applied, now),
  );
  return joined(filter, parts);
}

/** The filter with what its checks need, such as the engine of patterns. @throws when it cannot be applied */
export async function loadedFilter(filter: AppliedFilter): Promise<AppliedFilter> {
  if (filter.test !== 'pending') return filter;
  const parts = await Promise.all(
    filter.parts.map(async (part) =>
      isLater(part.test) ? { ...part, test: signed(part.criterion, await part.test.load()) } : part,
    ),
  );
  return joined(filter, parts);
}

/**
 * The same filter at a later time: what is checked here counts from then, what the server was asked stays as it was.
 * @param now milliseconds since 1970-01-01 UTC
 */
export function atTime(filter: AppliedFilter, now: number): AppliedFilter {
  const parts = filter.parts.map((part) => {
    const { criterion, asked } = part;
    if (Object.keys(asked).length > 0) return part;
    const test = definitionOf(criterion.kind).test(criterion, now);
    return isLater(test) ? part : { criterion, asked, test: signed(criterion, test) };
  });
  return joined(filter, parts);
}

function isApplied(filter: Filter): filter is AppliedFilter {
  return 'parts' in filter;
}

/** Who applies a criterion. */
export function appliedBy(criterion: Criterion, applied: QueryParts): AppliedBy {
  const { asked, test } = applyCriterion(criterion, applied, Date.now());
  if (Object.keys(asked).length === 0) return 'editor';
  return test === undefined ? 'server' : 'both';
}

function joined({ criteria, broken }: Filter, parts: readonly AppliedCriterion[]): AppliedFilter {
  const query = parts.reduce<ServerQuery>((whole, { asked }) => ({ ...whole, ...asked }), {});
  return { criteria, ...(broken && { broken }), parts, query, test: broken ? 'fails' : joinedTest(parts) };
}

function joinedTest(parts: readonly AppliedCriterion[]): ImageTest | 'pending' {
  const tests = parts.map(({ test }) => test).filter((test) => test !== undefined);
  const ready = tests.filter((test) => typeof test === 'function');
  return ready.length === tests.length ? allOf(ready) : 'pending';
}

function applyCriterion(criterion: Criterion, applied: QueryParts, now: number): AppliedCriterion {
  const definition = definitionOf(criterion.kind);
  const asked = isNegated(criterion) ? {} : takenOf(definition.ask(criterion, now), applied);
  if (isTrusted(asked, applied)) return { criterion, asked, test: undefined };
  const test = definition.test(criterion, now);
  return { criterion, asked, test: isLater(test) ? test : signed(criterion, test) };
}

/** The parts of a query that the server is asked. */
function takenOf(query: ServerQuery, applied: QueryParts): ServerQuery {
  return Object.fromEntries(partsOf(query).filter(([part]) => applied[part] !== 'editor'));
}

/** What the server sends need not be checked. */
function isTrusted(asked: ServerQuery, applied: QueryParts): boolean {
  const parts = partsOf(asked);
  return parts.length > 0 && parts.every(([part]) => applied[part] === 'server');
}

function partsOf(query: ServerQuery): readonly (readonly [part: keyof ServerQuery, value: unknown])[] {
  return Object.entries(query) as [keyof ServerQuery, unknown][];
}

function signed(criterion: Criterion, test: ImageTest): ImageTest {
  return isNegated(criterion) ? not(test) : test;
}

function isLater(test: ImageTest | LaterTest | undefined): test is LaterTest {
  return typeof test === 'object';
}

function definitionOf<Kind extends CriterionKind>(kind: Kind): Definition<CriterionFields[Kind]> {
  return DEFINITIONS[kind];
}
