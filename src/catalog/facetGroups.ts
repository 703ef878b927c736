import type { Image } from '../api/images/image';
import { facetOf, type FacetId } from './facets';
import { groupKey, type Group, type Headed, type Heading, type Order } from './group';
import { readableApp } from './labels/readableApp';
import { release, type Release } from './release';
import { compareVersions } from './versions';

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

/** A group for each family of a facet, with its versions where there are several; images without a value last. */
export function facetGroups(images: readonly Image[], facet: FacetId, names: Order): readonly Group[] {
  const { valueOf, families: fixed } = facetOf(facet);
  const families = new Map<string, Family>();
  const versions = new Map<Release, Version>();
  const without: Image[] = [];
  let last: Version | undefined;
  for (const image of images) {
    const value = valueOf(image);
    if (value === undefined) {
      without.push(image);
      continue;
    }
    if (last?.release !== value) {
      last = versions.get(value);
      if (last === undefined) {
        last = versionIn(families, value);
        versions.set(value, last);
      }
    }
    last.images.push(image);
    if (last.family.images !== last.images) last.family.images.push(image);
  }
  const all = [...families.values()];
  const values = valuesShown(facet, all.map(wholeOf), 'label');
  const groups = all.map((family, at) => familyGroup(family, values[at] ?? family.name, facet, names));
  if (fixed === undefined) inOrder(groups, names);
  else groups.sort((a, b) => fixed.indexOf(a.value) - fixed.indexOf(b.value));
  if (without.length > 0)
    groups.push({ key: groupKey(facet), value: '', images: without, groups: [], headed: 'always' });
  return groups;
}

/** Several values may mean one release: they are one version. */
function versionIn(families: Map<string, Family>, value: Release): Version {
  const images: Image[] = [];
  let family = families.get(value.family);
  if (family === undefined) {
    family = { name: value.family, images, versions: new Map() };
    families.set(family.name, family);
  }
  const known = family.versions.get(value.version);
  if (known !== undefined) return known;
  if (family.versions.size === 1) family.images = [...family.images];
  const version = { family, release: value, images };
  family.versions.set(value.version, version);
  return version;
}

/** The release that all its images are, else the family without a version. */
function wholeOf({ name, versions }: Family): Release {
  const [only = release(name), ...others] = Array.from(versions.values(), (version) => version.release);
  return others.length === 0 ? only : release(name);
}

/** What the headings of releases say: of apps what people call them, where that tells each from the others. */
function valuesShown(
  facet: FacetId,
  releases: readonly Release[],
  field: 'label' | 'version',
): readonly string[] {
  const whole = releases.map((one) => one[field]);
  if (facet !== 'app') return whole;
  const readable = releases.map((one) => readableApp(one)?.[field] || one[field]);
  const counts = new Map<string, number>();
  for (const text of readable) counts.set(text, (counts.get(text) ?? 0) + 1);
  return readable.map((text, at) => (counts.get(text) === 1 ? text : (whole[at] ?? text)));
}

function familyGroup(family: Family, value: string, facet: FacetId, names: Order): Group {
  const { name, images } = family;
  const versions = [...family.versions.values()];
  const single = versions.length === 1;
  return {
    // The same key when a second version comes in: what was expanded stays so.
    key: groupKey(facet, name),
    value,
    images,
    groups: single ? [] : versionGroups(versions, facet, names),
    headed: headedOf(facet),
    heading: headingOf(facet, name, single),
  };
}

/** An app or a release with a single image is that image; who asks for owners or formats wants to see them. */
function headedOf(facet: FacetId): Headed {
  return facet === 'app' || facet === 'distribution' || facet === 'os' ? 'ofSeveral' : 'always';
}

function headingOf(facet: FacetId, family: string, whole: boolean): Heading | undefined {
  return facet === 'app' || facet === 'distribution' ? { facet, family, whole } : undefined;
}

function versionGroups(versions: readonly Version[], facet: FacetId, names: Order): readonly Group[] {
  const values = valuesShown(
    facet,
    versions.map((version) => version.release),
    'version',
  );
  const groups = versions.map(({ release: { family, version }, images }, at) => ({
    key: groupKey(facet, family, version),
    value: values[at] ?? version,
    images,
    groups: [],
    headed: headedOf(facet),
    heading: headingOf(facet, family, true),
  }));
  return inOrder(
    groups,
    (a, b) => Number(a === '') - Number(b === '') || compareVersions(a, b) || names(a, b),
  );
}

/** Sorts in place. Comparing by language is dear, and there is little of it to do after a sort by code units. */
function inOrder(groups: Group[], order: Order): Group[] {
  return groups.sort((a, b) => (a.value < b.value ? -1 : 1)).sort((a, b) => order(a.value, b.value));
}
