import type { Image } from '../api/images/image';
import { facetOf, type FacetId } from './facets';
import { groupKey, type Group, type Headed, type Heading, type Order } from './group';
import type { Release } from './release';
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
    const release = valueOf(image);
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
  const groups =
    fixed === undefined
      ? inOrder(
          Array.from(families.values(), (family) => familyGroup(family, facet, names)),
          names,
        )
      : [...families.values()]
          .sort((a, b) => fixed.indexOf(a.name) - fixed.indexOf(b.name))
          .map((family) => familyGroup(family, facet, names));
  if (without.length > 0)
    groups.push({ key: groupKey(facet), value: '', images: without, groups: [], headed: 'always' });
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

function familyGroup(family: Family, facet: FacetId, names: Order): Group {
  const { name, images } = family;
  const versions = [...family.versions.values()];
  const [only] = versions;
  const single = versions.length === 1 && only !== undefined;
  return {
    // The same key when a second version comes in: what was expanded stays so.
    key: groupKey(facet, name),
    value: single ? only.release.label : name,
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
  const groups = versions.map(({ release: { family, version }, images }) => ({
    key: groupKey(facet, family, version),
    value: version,
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
