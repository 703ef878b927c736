import type { Image } from '../../api/images/image';
import type { ServerQuery } from '../../api/images/imageSource';
import type { Release } from '../app';
import { appOf, distributionOf, osOf, ownershipOf } from '../facets';
import { compilePattern } from '../pattern';
import type { NamePattern } from '../namePattern';
import { containing } from './contains';
import { isNegated, type Criterion, type CriterionOf, type Filter } from './criterion';
import { parsePeriod, type Period } from './instant';

/** Compiled patterns by what was typed. */
export type Patterns = ReadonlyMap<string, NamePattern>;

export interface MatcherContext {
  /** Of `compilePatterns`; a criterion whose pattern is not among them is passed over. */
  readonly patterns?: Patterns;
  /** What relative times count from, milliseconds since 1970-01-01 UTC; the present when absent. */
  readonly now?: number;
}

type Test = (image: Image) => boolean;

/** The patterns of a filter. The engine is loaded when there is one. @throws {PatternError} when one cannot be used */
export async function compilePatterns(filter: Filter): Promise<Patterns> {
  const typed = filter.criteria.flatMap((criterion) =>
    criterion.kind === 'namePattern' ? [criterion.pattern] : [],
  );
  return new Map(
    await Promise.all(
      typed.map(async (pattern): Promise<[string, NamePattern]> => [pattern, await compilePattern(pattern)]),
    ),
  );
}

/** Tries a filter before it is used or stored. @throws when it cannot be applied */
export async function checkFilter(filter: Filter): Promise<void> {
  matcher(filter, NO_QUERY, { patterns: await compilePatterns(filter) });
}

const NO_QUERY: ServerQuery = {};

/**
 * The check made here of what the server sent: all criteria but the type, and what the query asked of the server as
 * far as an image tells, since servers may ignore it.
 */
export function matcher(filter: Filter, query: ServerQuery, context: MatcherContext = {}): Test {
  const tests = [
    ...queryTests(query),
    ...filter.criteria.flatMap((criterion) => {
      const test = criterionTest(criterion, context);
      if (test === undefined) return [];
      return isNegated(criterion) ? [(image: Image) => !test(image)] : [test];
    }),
  ];
  return tests.reduceRight<Test | undefined>(both, undefined) ?? (() => true);
}

/** The images that the filter lets through, in their order, as `matcher` checks them. */
export function filterImages(
  images: readonly Image[],
  filter: Filter,
  query: ServerQuery,
  context?: MatcherContext,
): readonly Image[] {
  return passing(images, matcher(filter, query, context));
}

/** `filter` of arrays, which calls a test at more than twice the cost. */
function passing(images: readonly Image[], test: Test): readonly Image[] {
  const found: Image[] = [];
  for (const image of images) if (test(image)) found.push(image);
  return found;
}

/** A chain of tests costs less than a list of them. */
function both(then: Test | undefined, first: Test): Test {
  return then === undefined ? first : (image) => first(image) && then(image);
}

function queryTests({ name, status, changesSince }: ServerQuery): readonly Test[] {
  return [
    name !== undefined && ((image: Image) => image.name === name),
    status !== undefined && ((image: Image) => image.status === status),
    // An image that does not tell when it changed is the server's word.
    changesSince !== undefined && ((image: Image) => (image.updated ?? Infinity) >= changesSince),
  ].filter((test) => test !== false);
}

/** The test of a criterion, its negation aside; none where the query or the server has it. */
function criterionTest(criterion: Criterion, { patterns, now }: MatcherContext): Test | undefined {
  switch (criterion.kind) {
    case 'nameContains': {
      const contains = containing(criterion.text);
      return ({ name }) => contains(name);
    }
    case 'namePattern': {
      const pattern = patterns?.get(criterion.pattern);
      return pattern && (({ name }) => pattern.test(name));
    }
    case 'name':
      return ({ name }) => name === criterion.value;
    case 'status': {
      const wanted = criterion.value.toUpperCase();
      return ({ status }) => status === wanted;
    }
    case 'type':
    case 'changedSince':
      return undefined;
    case 'app':
      return releaseTest(appOf, criterion.value);
    case 'distribution':
      return releaseTest(distributionOf, criterion.value);
    case 'os':
      return releaseTest(osOf, criterion.value);
    case 'ownership':
      return (image) => ownershipOf(image) === criterion.value;
    case 'size':
      return ({ size }) => isWithin(size, criterion.min, criterion.max);
    case 'created': {
      const { from, to } = boundsOf(criterion, now);
      return ({ created }) => isWithin(created, from, to);
    }
    case 'updated': {
      const { from, to } = boundsOf(criterion, now);
      return ({ updated }) => isWithin(updated, from, to);
    }
  }
}

function releaseTest(releaseOf: (image: Image) => Release | undefined, value: string): Test {
  if (value === '') return (image) => releaseOf(image) === undefined;
  return (image) => {
    const release = releaseOf(image);
    return release !== undefined && (release.family === value || release.label === value);
  };
}

/** What the bounds of a period mean now; a bound that cannot be read is none. */
function boundsOf({ from, to }: CriterionOf<'created' | 'updated'>, now = Date.now()): Partial<Period> {
  const start = from === undefined ? undefined : parsePeriod(from, now);
  const end = to === undefined ? undefined : parsePeriod(to, now);
  return {
    from: typeof start === 'object' ? start.from : undefined,
    to: typeof end === 'object' ? end.to : undefined,
  };
}

/** An image without the number is within no bounds. */
function isWithin(value: number | undefined, min = -Infinity, max = Infinity): boolean {
  return value !== undefined && value >= min && value <= max;
}
