import type { Image } from '../api/images/image';
import { textKey } from '../base/key';
import type { Release } from './app';
import { collatorOf } from '../base/collator';
import { appOf, distributionOf, osOf, ownershipOf, type Ownership } from './facets';

export const GROUPINGS = ['status', 'app', 'distribution', 'os', 'ownership', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface Group {
  /** Stable and unique among the groups of a grouping, sub-groups included; made from values, never from a label. */
  readonly key: string;
  /**
   * Readable: the status word, the app, `own` or `vendor`; of a sub-group its version alone. Empty when the images
   * have no such value, and of the one group of `none`.
   */
  readonly value: string;
  /** All images, those of the sub-groups included, in the order they came in. */
  readonly images: readonly Image[];
  /** The versions of a family that has several, else none. */
  readonly groups: readonly Group[];
}

/**
 * The images in groups, each image in exactly one; `none` gives one group. No images, no groups. Statuses stand in
 * the order of `STATUSES`, everything else by its readable name; what has no value comes last.
 * @param locale a BCP 47 tag, for the order of names
 */
export function groupImages(images: readonly Image[], grouping: Grouping, locale = 'en'): readonly Group[] {
  const names = collatorOf(locale).compare;
  switch (grouping) {
    case 'status':
      return groupByStatus(images, statusOrder(names));
    case 'ownership':
      return groupByOwnership(images);
    case 'app':
      return groupByRelease(images, grouping, appOf, names);
    case 'distribution':
      return groupByRelease(images, grouping, distributionOf, names);
    case 'os':
      return groupByRelease(images, grouping, osOf, names);
    case 'none':
      return images.length === 0 ? [] : [{ key: keyOf(grouping), value: '', images, groups: [] }];
  }
}

type Order = (a: string, b: string) => number;

/** The usual one first, then what may need attention; other words follow, and what is gone comes last. */
const STATUSES = ['ACTIVE', 'SAVING', 'ERROR', 'UNKNOWN'];

function statusOrder(names: Order): Order {
  const rank = (status: string): number => {
    if (status === 'DELETED') return STATUSES.length + 1;
    const at = STATUSES.indexOf(status);
    return at === -1 ? STATUSES.length : at;
  };
  return (a, b) => rank(a) - rank(b) || names(a, b);
}

function groupByStatus(images: readonly Image[], order: Order): readonly Group[] {
  return Array.from(runsByStatus(images), ([value, runs]) => ({
    key: keyOf('status', value),
    value,
    images: gathered(images, runs),
    groups: [],
  })).sort((a, b) => order(a.value, b.value));
}

/** Neighbours of the same status: most are, and copying stretches is cheaper than copying one by one. */
interface Run {
  readonly from: number;
  readonly to: number;
}

function runsByStatus(images: readonly Image[]): Map<string, Run[]> {
  const statuses = new Map<string, Run[]>();
  let from = 0;
  while (from < images.length) {
    const { status } = images[from] as Image;
    const to = endOfRun(images, from, status);
    const runs = statuses.get(status);
    if (runs === undefined) statuses.set(status, [{ from, to }]);
    else runs.push({ from, to });
    from = to;
  }
  return statuses;
}

function endOfRun(images: readonly Image[], from: number, status: string): number {
  const end = images.length;
  let to = from + 1;
  while (to < end && (images[to] as Image).status === status) to++;
  return to;
}

function gathered(images: readonly Image[], runs: readonly Run[]): readonly Image[] {
  const [first, ...others] = runs;
  const all = images.slice(first?.from, first?.to);
  for (const { from, to } of others) for (let at = from; at < to; at++) all.push(images[at] as Image);
  return all;
}

function groupByOwnership(images: readonly Image[]): readonly Group[] {
  const members: Readonly<Record<Ownership, Image[]>> = { own: [], vendor: [] };
  for (const image of images) members[ownershipOf(image)].push(image);
  return (['own', 'vendor'] as const)
    .filter((value) => members[value].length > 0)
    .map((value) => ({ key: keyOf('ownership', value), value, images: members[value], groups: [] }));
}

interface Family {
  readonly name: string;
  /** Those of its only version until there is a second one. */
  images: Image[];
  readonly versions: Map<string, Version>;
}

interface Version {
  readonly family: Family;
  readonly release: Release;
  readonly images: Image[];
}

function groupByRelease(
  images: readonly Image[],
  grouping: Grouping,
  releaseOf: (image: Image) => Release | undefined,
  names: Order,
): readonly Group[] {
  const families = new Map<string, Family>();
  const versions = new Map<Release, Version>();
  const without: Image[] = [];
  let last: Version | undefined;
  for (const image of images) {
    const release = releaseOf(image);
    if (release === undefined) {
      without.push(image);
      continue;
    }
    if (last?.release !== release) {
      last = versions.get(release);
      if (last === undefined) {
        last = versionIn(families, release);
        versions.set(release, last);
      }
    }
    last.images.push(image);
    if (last.family.images !== last.images) last.family.images.push(image);
  }
  const groups = inOrder(
    Array.from(families.values(), (family) => familyGroup(family, grouping, names)),
    names,
  );
  if (without.length > 0) groups.push({ key: keyOf(grouping), value: '', images: without, groups: [] });
  return groups;
}

/** Several values may mean one release: they are one version. */
function versionIn(families: Map<string, Family>, release: Release): Version {
  const images: Image[] = [];
  let family = families.get(release.family);
  if (family === undefined) {
    family = { name: release.family, images, versions: new Map() };
    families.set(family.name, family);
  }
  const known = family.versions.get(release.version);
  if (known !== undefined) return known;
  if (family.versions.size === 1) family.images = [...family.images];
  const version = { family, release, images };
  family.versions.set(release.version, version);
  return version;
}

function familyGroup(family: Family, grouping: Grouping, names: Order): Group {
  const { name, images } = family;
  const versions = [...family.versions.values()];
  const [only] = versions;
  const single = versions.length === 1 && only !== undefined;
  return {
    // The same key when a second version comes in: what was expanded stays so.
    key: keyOf(grouping, name),
    value: single ? only.release.label : name,
    images,
    groups: single ? [] : versionGroups(versions, grouping, names),
  };
}

function versionGroups(versions: readonly Version[], grouping: Grouping, names: Order): readonly Group[] {
  const groups = versions.map(({ release: { family, version }, images }) => ({
    key: keyOf(grouping, family, version),
    value: version,
    images,
    groups: [],
  }));
  return inOrder(groups, (a, b) => Number(a === '') - Number(b === '') || names(a, b));
}

/** Sorts in place. Comparing by language is dear, and there is little of it to do after a sort by code units. */
function inOrder(groups: Group[], order: Order): Group[] {
  return groups.sort((a, b) => (a.value < b.value ? -1 : 1)).sort((a, b) => order(a.value, b.value));
}

/** Lengths keep apart what separators would not. */
function keyOf(grouping: Grouping, ...values: readonly string[]): string {
  return [grouping, ...values.map((value) => `${value.length}:${textKey(value)}`)].join('/');
}
