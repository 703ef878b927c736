import type { Image } from '../api/images/image';
import { appOf, distributionOf, osOf, ownershipOf, type Ownership } from './facetValues';
import { release, type Release } from './release';

/** Something by which images are told apart. */
export interface Facet {
  /** What an image has of it: a family, perhaps with a version. `undefined` when it has none, or none is known. */
  readonly valueOf: (image: Image) => Release | undefined;
  /** All families there can be, in their order. Where it is not given there may be any, in the order of names. */
  readonly families?: readonly string[];
}

const OWNERSHIPS: Readonly<Record<Ownership, Release>> = { own: release('own'), vendor: release('vendor') };

/**
 * The facets, a row each, in the order in which they are offered. Groupings, criteria, menus and the values of the
 * setting follow from the rows; their words stand in `text/describeFacet.ts`.
 */
export const FACETS = {
  app: { valueOf: appOf },
  distribution: { valueOf: distributionOf },
  os: { valueOf: osOf },
  ownership: { valueOf: (image: Image) => OWNERSHIPS[ownershipOf(image)], families: ['own', 'vendor'] },
} as const satisfies Readonly<Record<string, Facet>>;

/** Part of stored filters and of settings: an id stays what it is. */
export type FacetId = keyof typeof FACETS;

/** The families of a facet that has no others; `never` where there may be any. */
export type FamilyOf<Id extends FacetId> = (typeof FACETS)[Id] extends {
  readonly families: readonly (infer Family extends string)[];
}
  ? Family
  : never;

/** In the order of `FACETS`. */
export const FACET_IDS = Object.keys(FACETS) as readonly FacetId[];

/** The row of a facet. */
export function facetOf(id: FacetId): Facet {
  return FACETS[id];
}

/** Whether a stored or configured text is the id of a facet. */
export function isFacetId(id: string): id is FacetId {
  return Object.hasOwn(FACETS, id);
}

/** Something for each facet. */
export function forEachFacet<T>(make: (id: FacetId) => T): Readonly<Record<FacetId, T>> {
  return Object.fromEntries(FACET_IDS.map((id) => [id, make(id)])) as Record<FacetId, T>;
}
