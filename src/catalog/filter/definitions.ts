import { metadataText } from '../../api/images/image';
import { isListScope } from '../../api/images/imageSource';
import type { Fields } from '../../base/fields';
import { METADATA_KEYS } from '../../conoha';
import { diskOf } from '../disk';
import { forEachFacet } from '../facets';
import { compilePattern } from '../pattern';
import { boundsDefinition, isTime, periodDefinition } from './bounds';
import { facetDefinition, statusDefinition } from './chosenValues';
import { containing } from './contains';
import type { CriterionFields, CriterionKind } from './criterion';
import { HERE_ONLY, never, type Definition } from './definition';
import { isRelativeTime, parseInstant } from './instant';
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
  status: statusDefinition,
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
    read: ({ value }) => (isListScope(value) ? { value } : undefined),
    test: ({ value: scope }) => queryTest({ scope }),
    ask: ({ value: scope }) => ({ scope }),
    isRelative: never,
    suits: ({ value }, { scopes }) => scopes.includes(value),
  },
  ...forEachFacet(facetDefinition),
  diskRange: boundsDefinition(diskOf),
  size: boundsDefinition(({ size }) => size),
  created: periodDefinition(({ created }) => created),
  updated: periodDefinition(({ updated }) => updated),
};

/** Servers keep whole seconds; a time that cannot be read is not asked for. */
function changesSince(
  { value }: { readonly value: string },
  now: number,
): { readonly changesSince?: number } {
  const instant = parseInstant(value, now);
  return typeof instant === 'number' ? { changesSince: Math.floor(instant / 1000) * 1000 } : {};
}

function readText({ value }: Fields): { readonly value: string } | undefined {
  return isText(value) ? { value } : undefined;
}

function negation(negated: unknown): { readonly negated?: true } {
  return negated === true ? { negated } : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
