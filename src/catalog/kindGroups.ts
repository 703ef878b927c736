import type { Image } from '../api/images/image';
import { facetGroups } from './facetGroups';
import { groupKey, type Group, type Order } from './group';
import { IMAGE_KINDS, kindOf, type Kind } from './kind';

/**
 * A group for each kind there is. Operating systems and applications stand by their names, a family with several releases
 * in a group of its own.
 * @param byVersion whether the newest release of a family comes first, else its images stand in the order they came in
 */
export function kindGroups(images: readonly Image[], names: Order, byVersion: boolean): readonly Group[] {
  const kinds = new Map<Kind, Image[]>();
  for (const image of images) {
    const kind = kindOf(image);
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [image]);
    else known.push(image);
  }
  return IMAGE_KINDS.flatMap((kind) => {
    const own = kinds.get(kind);
    return own === undefined ? [] : [kindGroup(kind, own, names, byVersion)];
  });
}

function kindGroup(kind: Kind, images: readonly Image[], names: Order, byVersion: boolean): Group {
  const key = groupKey('kind', kind);
  const facet = kind === 'os' ? 'distribution' : kind === 'app' ? 'app' : undefined;
  const groups =
    facet === undefined
      ? []
      : facetGroups(images, facet, names).map((family) => familyOf(key, family, byVersion));
  return { key, value: kind, images, groups, headed: 'always' };
}

/** A family in one list, whatever its versions: their numbers are what its rows are called. */
function familyOf(key: string, family: Group, byVersion: boolean): Group {
  const { images, groups } = family;
  const several = groups.length > 0;
  // What has no version stays at the end.
  const newestFirst = groups.toReversed().sort((a, b) => Number(a.value === '') - Number(b.value === ''));
  return {
    ...family,
    key: `${key}/${family.key}`,
    images: several && byVersion ? newestFirst.flatMap((version) => version.images) : images,
    groups: [],
    headed: several ? 'always' : 'never',
  };
}
