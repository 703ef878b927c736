import type { Image } from '../api/images/image';
import type { ImageSource, ServerQuery } from '../api/images/imageSource';
import { diskOf } from './disk';
import { appOf, distributionOf, osOf, ownershipOf, type Ownership } from './facetValues';
import { memoize } from '../base/memoize';
import { isVisible } from '../base/visible';
import { IMAGE_KINDS, kindOf, type Kind } from './kind';
import { release, type Release } from './release';
import { SUPPORT_STATES, supportOf, supportState, type SupportState } from './support/support';

/** Something by which images are told apart. */
export interface Facet {
  /** What an image has of it: a family, perhaps with a version. `undefined` when it has none, or none is known. */
  readonly valueOf: (image: Image) => Release | undefined;
  /** All that it has, where it can have several: it is found by each, and in no groups, of which it would be in one. */
  readonly valuesOf?: (image: Image) => readonly Release[];
  /** All families there can be, in their order. Where it is not given there may be any, in the order of names. */
  readonly families?: readonly string[];
  /** Those of them that only images with `details` can have. */
  readonly familiesOfDetails?: readonly string[];
  /** People ask for its major versions also where there is one release of them: for CentOS 7 where there is 7.9. */
  readonly byMajor?: true;
  /** Only images with `details` can have one. */
  readonly ofDetails?: true;
  /** What a server can be asked for a value that is not empty; nothing where it would mean something else by it. */
  readonly ask?: (value: string) => ServerQuery;
}

/** Something for each ownership, in their order. */
const OWNERSHIPS: Readonly<Record<Ownership, Release>> = {
  own: release('own'),
  vendor: release('vendor'),
  shared: release('shared'),
  community: release('community'),
};

const KIND_RELEASES = Object.fromEntries(IMAGE_KINDS.map((kind) => [kind, release(kind)])) as Readonly<
  Record<Kind, Release>
>;

const SUPPORT_RELEASES: Readonly<Record<SupportState, Release>> = {
  ended: release('ended'),
  endsSoon: release('endsSoon'),
  supported: release('supported'),
};

const VISIBILITIES = ['public', 'private', 'shared', 'community'] as const;

const plainRelease = memoize((text: string) => release(text));

function ownershipRelease(image: Image): Release | undefined {
  const ownership = ownershipOf(image);
  return ownership === undefined ? undefined : OWNERSHIPS[ownership];
}

function diskRelease(image: Image): Release | undefined {
  const disk = diskOf(image);
  return disk === undefined ? undefined : plainRelease(String(disk));
}

function visibilityOf({ details }: Image): Release | undefined {
  const word = VISIBILITIES.find((known) => known === details?.visibility);
  return word === undefined ? undefined : plainRelease(word);
}

function ownerOf({ details }: Image): Release | undefined {
  return details === undefined || !isVisible(details.owner) ? undefined : plainRelease(details.owner);
}

function diskFormatOf({ details }: Image): Release | undefined {
  return details === undefined || !isVisible(details.diskFormat)
    ? undefined
    : plainRelease(details.diskFormat);
}

function tagsOf({ details }: Image): readonly Release[] {
  return details?.tags.filter(isVisible).map(plainRelease) ?? [];
}

/**
 * The facets, a row each, in the order in which they are offered. Groupings, criteria, menus and the values of the
 * setting follow from the rows; their words stand in `text/describeFacet.ts`.
 */
export const FACETS = {
  kind: {
    valueOf: (image: Image) => KIND_RELEASES[kindOf(image)],
    families: IMAGE_KINDS,
    familiesOfDetails: ['shared'],
  },
  app: { valueOf: appOf },
  distribution: { valueOf: distributionOf, byMajor: true },
  os: { valueOf: osOf },
  /** GiB, as a number in digits. */
  disk: { valueOf: diskRelease },
  support: {
    valueOf: (image: Image) => {
      const state = supportState(supportOf(image), Date.now());
      return state && SUPPORT_RELEASES[state];
    },
    families: SUPPORT_STATES,
  },
  ownership: {
    valueOf: ownershipRelease,
    families: ['own', 'vendor', 'shared', 'community'],
    familiesOfDetails: ['shared', 'community'],
  },
  visibility: {
    valueOf: visibilityOf,
    families: VISIBILITIES,
    ofDetails: true,
    // Asked for community images, a server also sends those that its usual list leaves out.
    ask: (visibility: string): ServerQuery => (visibility === 'community' ? {} : { visibility }),
  },
  owner: { valueOf: ownerOf, ofDetails: true, ask: (owner: string): ServerQuery => ({ owner }) },
  diskFormat: {
    valueOf: diskFormatOf,
    ofDetails: true,
    ask: (diskFormat: string): ServerQuery => ({ diskFormat }),
  },
  tag: {
    valueOf: (image: Image) => tagsOf(image)[0],
    valuesOf: tagsOf,
    ofDetails: true,
    ask: (tag: string): ServerQuery => ({ tag }),
  },
} as const satisfies Readonly<Record<string, Facet>>;

/** Part of stored filters and of settings: an id stays what it is. */
export type FacetId = keyof typeof FACETS;

/** The families of a facet that has no others; `never` where there may be any. */
export type FamilyOf<Id extends FacetId> = (typeof FACETS)[Id] extends {
  readonly families: readonly (infer Family extends string)[];
}
  ? Family
  : never;

/** Those by which an image is in one group. */
export type GroupFacetId = {
  readonly [Id in FacetId]: (typeof FACETS)[Id] extends { readonly valuesOf: unknown } ? never : Id;
}[FacetId];

/** In the order of `FACETS`. */
export const FACET_IDS = Object.keys(FACETS) as readonly FacetId[];

/** In the same order, those by which images are grouped. */
export const GROUP_FACET_IDS = FACET_IDS.filter((id): id is GroupFacetId => !('valuesOf' in FACETS[id]));

/** The row of a facet. */
export function facetOf(id: FacetId): Facet {
  return FACETS[id];
}

/** Whether the images of a source can have a value of it. */
export function isFacetTold({ ofDetails }: Facet, source: Pick<ImageSource, 'tellsDetails'>): boolean {
  return source.tellsDetails || ofDetails === undefined;
}

/** The families that images of a source can have, of a facet that has no others. */
export function familiesTold(
  { families = [], familiesOfDetails = [] }: Facet,
  source: Pick<ImageSource, 'tellsDetails'>,
): readonly string[] {
  return families.filter((family) => source.tellsDetails || !familiesOfDetails.includes(family));
}

/** Whether a stored or configured text is the id of a facet. */
export function isFacetId(id: string): id is FacetId {
  return Object.hasOwn(FACETS, id);
}

/** Something for each facet. */
export function forEachFacet<T>(make: (id: FacetId) => T): Readonly<Record<FacetId, T>> {
  return Object.fromEntries(FACET_IDS.map((id) => [id, make(id)])) as Record<FacetId, T>;
}
