import type { Image } from '../../api/images/image';
import { STATUSES } from '../../api/images/status';
import type { Facet } from '../facets';
import type { Order } from '../group';
import { majorReleases } from '../majorReleases';
import type { Release } from '../release';

/** A value that can be chosen, and how many images have it. */
export interface ValueChoice {
  /** Empty for images without one. */
  readonly value: string;
  readonly count: number;
}

/**
 * The values of a facet that images have: families, their major versions where they have several releases, and releases; of a facet that has no others all there can be, in their order. Images without one come last.
 */
export function facetChoices(
  images: readonly Image[],
  { valueOf, valuesOf, byMajor }: Facet,
  families: readonly string[] | undefined,
  order: Order,
): readonly ValueChoice[] {
  const releases = new Map<Release, number>();
  let none = 0;
  for (const image of images) {
    const values = valuesOf?.(image) ?? [valueOf(image)].filter((value) => value !== undefined);
    if (values.length === 0) none++;
    for (const release of new Set(values)) releases.set(release, (releases.get(release) ?? 0) + 1);
  }
  const counts = countsOf(releases, byMajor === true);
  const values = families ?? [...counts.keys()].sort(order);
  const choices = values.map((value) => ({ value, count: counts.get(value) ?? 0 }));
  return none === 0 ? choices : [...choices, { value: '', count: none }];
}

/** The known statuses, and others that images have. */
export function statusChoices(images: readonly Image[]): readonly ValueChoice[] {
  const counts = new Map<string, number>(STATUSES.map((word) => [word, 0]));
  for (const { status } of images) counts.set(status, (counts.get(status) ?? 0) + 1);
  return Array.from(counts, ([value, count]) => ({ value, count }));
}

/**
 * Values by which these images and those of their kind are found: their families, or the one release that they all are
 * where that is wanted. Empty for images without one.
 */
export function commonValues(
  images: readonly Image[],
  { valueOf, valuesOf }: Facet,
  narrow: boolean,
): readonly string[] {
  const labels = new Set<string>();
  const families = new Set<string>();
  for (const image of images) {
    const values = valuesOf?.(image) ?? [valueOf(image)];
    for (const { family, label } of values.map((value) => value ?? NONE)) {
      families.add(family);
      labels.add(label);
    }
  }
  return [...(narrow && labels.size === 1 ? labels : families)];
}

const NONE: Pick<Release, 'family' | 'label'> = { family: '', label: '' };

function countsOf(releases: ReadonlyMap<Release, number>, byMajor: boolean): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const members = new Map<string, Set<string>>();
  const labels = new Set(Array.from(releases.keys(), ({ label }) => label));
  const add = (name: string, { label }: Release, count: number) => {
    counts.set(name, (counts.get(name) ?? 0) + count);
    members.set(name, (members.get(name) ?? new Set()).add(label));
  };
  for (const [release, count] of releases) {
    const wider = new Set([release.family, ...majorReleases(release)]);
    for (const name of wider) if (name !== release.label) add(name, release, count);
    add(release.label, release, count);
  }
  const sizeOf = (name: string | undefined): number => members.get(name ?? '')?.size ?? 0;
  for (const release of releases.keys()) {
    const [family, major, ...deeper] = [release.family, ...majorReleases(release)];
    // A family with one release is that release.
    const single = sizeOf(family) === 1 ? [family, ...(byMajor ? [] : [major])] : [];
    for (const name of single) if (name !== undefined && !labels.has(name)) counts.delete(name);
    // "GitLab 16.0" that is one release, or all of "GitLab 16", says nothing more.
    for (const name of deeper) {
      const isOwn = sizeOf(name) > 1 && sizeOf(name) < sizeOf(major);
      if (!isOwn && !labels.has(name)) counts.delete(name);
    }
  }
  return counts;
}
