import { meansStatus } from '../../api/images/status';
import type { Fields } from '../../base/fields';
import { facetOf, isFacetTold, type Facet, type FacetId } from '../facets';
import { majorReleases } from '../majorReleases';
import type { Release } from '../release';
import type { ChosenValues } from './criterion';
import { never, type Definition } from './definition';
import type { ImageTest } from './imageTest';

/** A criterion on a facet follows from the facet's row. */
export function facetDefinition(id: FacetId): Definition<ChosenValues> {
  const facet = facetOf(id);
  return {
    read: (stored) => readValues(stored, (value) => facet.families?.includes(value) ?? true),
    test: ({ values }) => facetTest(facet, new Set(values)),
    // Several values cannot be asked for at once.
    ask: ({ values: [value = '', ...others] }) =>
      value === '' || others.length > 0 ? {} : (facet.ask?.(value) ?? {}),
    isRelative: never,
    suits: (_criterion, source) => isFacetTold(facet, source),
  };
}

/** A criterion on the status. */
export const statusDefinition: Definition<ChosenValues> = {
  read: (stored) => readValues(stored, (word) => word !== ''),
  test: ({ values }) => {
    const wanted = new Set(values.map((word) => word.toUpperCase()));
    const [only, ...others] = wanted;
    return others.length === 0 ? ({ status }) => status === only : ({ status }) => wanted.has(status);
  },
  ask: ({ values: [word = '', ...others] }) =>
    others.length === 0 && meansStatus(word, 'ACTIVE') ? { status: 'ACTIVE' } : {},
  isRelative: never,
};

/** Reads `values`, each once, or `value`, of which a criterion held a single one once. */
function readValues(
  { value, values, negated }: Fields,
  isValue: (text: string) => boolean,
): ChosenValues | undefined {
  const stored: readonly unknown[] = Array.isArray(values) ? values : [value];
  const read = stored.filter((text) => typeof text === 'string').filter(isValue);
  if (read.length === 0 || read.length < stored.length) return undefined;
  return { values: [...new Set(read)], ...(negated === true && { negated }) };
}

function facetTest({ valueOf, valuesOf }: Facet, wanted: ReadonlySet<string>): ImageTest {
  const none = wanted.has('');
  if (valuesOf !== undefined) {
    return (image) => {
      const values = valuesOf(image);
      return values.length === 0 ? none : values.some(({ label }) => wanted.has(label));
    };
  }
  // There are many images of few releases.
  const known = new Map<Release, boolean>();
  return (image) => {
    const release = valueOf(image);
    if (release === undefined) return none;
    const isKnown = known.get(release);
    if (isKnown !== undefined) return isKnown;
    const isWanted = releaseNames(release).some((name) => wanted.has(name));
    known.set(release, isWanted);
    return isWanted;
  };
}

/** All values by which a release is found: its family, the major versions that it is one of, and itself. */
export function releaseNames(release: Release): readonly string[] {
  return [release.family, ...majorReleases(release), release.label];
}
