import { metadataText, type Image } from '../../api/images/image';
import { meansStatus } from '../../api/images/status';
import type { Fields } from '../../base/fields';
import { METADATA_KEYS } from '../../conoha';
import { facetOf, forEachFacet, isFacetTold, type Facet, type FacetId } from '../facets';
import { compilePattern } from '../pattern';
import { containing } from './contains';
import type { CriterionFields, CriterionKind, FacetFields, TypedPeriod } from './criterion';
import { HERE_ONLY, never, type Definition } from './definition';
import type { ImageTest } from './imageTest';
import { isRelativeTime, parseInstant, parsePeriod, type Period } from './instant';
import { queryTest } from './query';

/** The kinds of criteria, a definition each: the compiler asks for every kind. */
export const DEFINITIONS: { readonly [Kind in CriterionKind]: Definition<CriterionFields[Kind]> } = {
  nameContains: {
    read: ({ text, negated }) => (isText(text) ? { text, ...negation(negated) } : undefined),
    test: ({ text }) => {
      const contains = containing(text);
      return ({ name }) => contains(name);
    },
    ...HERE_ONLY,
  },
  namePattern: {
    read: ({ pattern, negated }) => (isText(pattern) ? { pattern, ...negation(negated) } : undefined),
    test: ({ pattern: typed }) => ({
      load: async () => {
        const pattern = await compilePattern(typed);
        return ({ name }) => pattern.test(name);
      },
    }),
    ...HERE_ONLY,
  },
  name: {
    read: readText,
    test: ({ value: name }) => queryTest({ name }),
    ask: ({ value: name }) => ({ name }),
    isRelative: never,
  },
  status: {
    read: ({ value, negated }) => (isText(value) ? { value, ...negation(negated) } : undefined),
    test: ({ value }) => {
      const wanted = value.toUpperCase();
      return ({ status }) => status === wanted;
    },
    ask: ({ value }) => (meansStatus(value, 'ACTIVE') ? { status: 'ACTIVE' } : {}),
    isRelative: never,
  },
  type: {
    read: readText,
    test:
      ({ value }) =>
      (image) =>
        metadataText(image, METADATA_KEYS.imageType) === value,
    ask: ({ value: type }) => ({ type }),
    isRelative: never,
  },
  changedSince: {
    read: ({ value }) => (isTime(value) ? { value } : undefined),
    test: (criterion, now) => queryTest(changesSince(criterion, now)),
    ask: changesSince,
    isRelative: ({ value }) => isRelativeTime(value),
  },
  scope: {
    read: ({ value }) => (value === 'all' || value === 'hidden' ? { value } : undefined),
    test: ({ value: scope }) => queryTest({ scope }),
    ask: ({ value: scope }) => ({ scope }),
    isRelative: never,
    suits: ({ value }, { scopes }) => scopes.includes(value),
  },
  ...forEachFacet(facetDefinition),
  size: {
    read: ({ min, max }) => someOf({ ...(isSize(min) && { min }), ...(isSize(max) && { max }) }),
    test: ({ min, max }) => within(({ size }) => size, min, max),
    ...HERE_ONLY,
  },
  created: periodOf(({ created }) => created),
  updated: periodOf(({ updated }) => updated),
};

/** A criterion on a facet follows from the facet's row. */
function facetDefinition(id: FacetId): Definition<FacetFields> {
  const facet = facetOf(id);
  return {
    read: ({ value, negated }) => (isValueOf(facet, value) ? { value, ...negation(negated) } : undefined),
    test: ({ value }) => facetTest(facet, value),
    ask: ({ value }) => (value === '' ? {} : (facet.ask?.(value) ?? {})),
    isRelative: never,
    suits: (_criterion, source) => isFacetTold(facet, source),
  };
}

function isValueOf({ families }: Facet, value: unknown): value is string {
  return typeof value === 'string' && (families?.includes(value) ?? true);
}

function facetTest({ valueOf, valuesOf }: Facet, value: string): ImageTest {
  if (value === '') return (image) => valueOf(image) === undefined;
  if (valuesOf !== undefined) return (image) => valuesOf(image).some(({ label }) => label === value);
  return (image) => {
    const release = valueOf(image);
    return release !== undefined && (release.family === value || release.label === value);
  };
}

/** Servers keep whole seconds; a time that cannot be read is not asked for. */
function changesSince(
  { value }: { readonly value: string },
  now: number,
): { readonly changesSince?: number } {
  const instant = parseInstant(value, now);
  return typeof instant === 'number' ? { changesSince: Math.floor(instant / 1000) * 1000 } : {};
}

function periodOf(timeOf: (image: Image) => number | undefined): Definition<TypedPeriod> {
  return {
    read: ({ from, to }) => someOf({ ...(isTime(from) && { from }), ...(isTime(to) && { to }) }),
    test: ({ from, to }, now) => within(timeOf, boundsOf(from, now)?.from, boundsOf(to, now)?.to),
    ...HERE_ONLY,
    isRelative: ({ from = '', to = '' }) => isRelativeTime(from) || isRelativeTime(to),
  };
}

/** A bound that cannot be read is none. */
function boundsOf(text: string | undefined, now: number): Period | undefined {
  const period = text === undefined ? undefined : parsePeriod(text, now);
  return typeof period === 'object' ? period : undefined;
}

/** An image without the number is within no bounds. */
function within(numberOf: (image: Image) => number | undefined, min = -Infinity, max = Infinity): ImageTest {
  return (image) => {
    const value = numberOf(image);
    return value !== undefined && value >= min && value <= max;
  };
}

function readText({ value }: Fields): { readonly value: string } | undefined {
  return isText(value) ? { value } : undefined;
}

function negation(negated: unknown): { readonly negated?: true } {
  return negated === true ? { negated } : {};
}

function someOf<T extends object>(bounds: T): T | undefined {
  return Object.keys(bounds).length === 0 ? undefined : bounds;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && typeof parseInstant(value, Date.now()) === 'number';
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
