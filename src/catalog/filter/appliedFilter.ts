import type { AppliedBy, QueryParts, ServerQuery } from '../../api/images/imageSource';
import {
  isNegated,
  type Criterion,
  type CriterionFields,
  type CriterionKind,
  type Filter,
} from './criterion';
import type { Definition, LaterTest, SourceKnowledge } from './definition';
import { DEFINITIONS } from './definitions';
import { sameCriterion } from './editing';
import { allOf, not, type ImageTest } from './imageTest';

/** A criterion with what it means at the filter's instant. */
interface AppliedCriterion {
  readonly criterion: Criterion;
  readonly isRelative: boolean;
  readonly asked: ServerQuery;
  /** `undefined` where the server's word is taken. */
  readonly test: ImageTest | LaterTest | undefined;
}

/** A filter with what it means to one source, made once: what the server is asked, and the check of what it sends. */
export interface AppliedFilter extends Filter {
  /** The one instant from which all its relative times count, milliseconds since 1970-01-01 UTC. */
  readonly instant: number;
  readonly parts: readonly AppliedCriterion[];
  readonly query: ServerQuery;
  /** `pending` until `loadedFilter`; `fails` where nobody knows what the filter lets through. It may throw a `PatternError`. */
  readonly test: ImageTest | 'pending' | 'fails';
}

/** What decides the meaning of a filter beside its criteria. */
export interface FilterContext {
  /** Who applies what the server can be asked. */
  readonly applied: QueryParts;
  /** What relative times count from, milliseconds since 1970-01-01 UTC. */
  readonly now: number;
  /**
   * The filter that it takes the place of. Where a relative time that the server was asked for stays, all of them go on
   * counting from then: another instant would begin another list.
   */
  readonly before?: AppliedFilter;
}

/** One that is applied already stays as it is. */
export function applyFilter(filter: Filter, { applied, now, before }: FilterContext): AppliedFilter {
  if (isApplied(filter)) return filter;
  const partBefore = (criterion: Criterion) =>
    before?.parts.find((part) => sameCriterion(part.criterion, criterion));
  const isPinned = filter.criteria.some((criterion) => isAskedRelative(partBefore(criterion)));
  const instant = before !== undefined && isPinned ? before.instant : now;
  const parts = filter.criteria.map((criterion) => {
    const part = partBefore(criterion);
    const holds = part !== undefined && (!part.isRelative || before?.instant === instant);
    return holds ? part : applyCriterion(criterion, applied, instant);
  });
  return joined(filter, instant, parts);
}

/** The filter with what its checks need, such as the engine of patterns. @throws when it cannot be applied */
export async function loadedFilter(filter: AppliedFilter): Promise<AppliedFilter> {
  if (filter.test !== 'pending') return filter;
  const parts = await Promise.all(
    filter.parts.map(async (part) =>
      isLater(part.test) ? { ...part, test: signed(part.criterion, await part.test.load()) } : part,
    ),
  );
  return joined(filter, filter.instant, parts);
}

/**
 * The same filter at a later time, in which its relative times count from then; but where the server was asked for one of
 * them, all go on counting from when it was.
 * @param now milliseconds since 1970-01-01 UTC
 */
export function atTime(filter: AppliedFilter, now: number): AppliedFilter {
  const { parts, test } = filter;
  if (test === 'fails' || !parts.some(({ isRelative }) => isRelative) || parts.some(isAskedRelative)) {
    return filter;
  }
  // Nothing of these is asked of the server, whoever applies the rest.
  const later = parts.map((part) =>
    part.isRelative ? { ...part, test: testOf(part.criterion, now) } : part,
  );
  return joined(filter, now, later);
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

/** The check of images by one criterion, whoever applies it; `undefined` where it needs something loaded first. */
export function testHere(criterion: Criterion, now: number): ImageTest | undefined {
  const test = testOf(criterion, now);
  return isLater(test) ? undefined : test;
}

/** Whether a criterion can mean anything to the images of a source. */
export function suitsSource(criterion: Criterion, source: SourceKnowledge): boolean {
  return definitionOf(criterion.kind).suits?.(criterion, source) ?? true;
}

function joined(
  { criteria, broken }: Filter,
  instant: number,
  parts: readonly AppliedCriterion[],
): AppliedFilter {
  const query = parts.reduce<ServerQuery>((whole, { asked }) => ({ ...whole, ...asked }), {});
  const test = broken ? 'fails' : joinedTest(parts);
  return { criteria, ...(broken && { broken }), instant, parts, query, test };
}

function joinedTest(parts: readonly AppliedCriterion[]): ImageTest | 'pending' {
  const tests = parts.map(({ test }) => test).filter((test) => test !== undefined);
  const ready = tests.filter((test) => typeof test === 'function');
  return ready.length === tests.length ? allOf(ready) : 'pending';
}

function applyCriterion(criterion: Criterion, applied: QueryParts, now: number): AppliedCriterion {
  const definition = definitionOf(criterion.kind);
  const asked = isNegated(criterion) ? {} : takenOf(definition.ask(criterion, now), applied);
  const isRelative = definition.isRelative(criterion);
  const test = isTrusted(asked, applied) ? undefined : testOf(criterion, now);
  return { criterion, isRelative, asked, test };
}

function testOf(criterion: Criterion, now: number): ImageTest | LaterTest {
  const test = definitionOf(criterion.kind).test(criterion, now);
  return isLater(test) ? test : signed(criterion, test);
}

/** The server was asked for a time that counts from the filter's instant. */
function isAskedRelative(part: AppliedCriterion | undefined): boolean {
  return part !== undefined && part.isRelative && Object.keys(part.asked).length > 0;
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
