import type { Image } from '../api/images/image';
import { hasStatus, meansStatus } from '../api/images/status';
import { atTime, type AppliedFilter } from '../catalog/filter/appliedFilter';
import { isNegated, type Filter } from '../catalog/filter/criterion';
import { passing } from '../catalog/filter/imageTest';
import type { Group } from '../catalog/group';
import { groupImages } from '../catalog/grouping';
import type { DeletedImages } from '../catalog/mergeChanges';
import { PatternError } from '../catalog/pattern';
import { sortImages } from '../catalog/sorting';
import type { AppliedViewOptions } from './viewOptions';

/** What is made of the catalogue, all of it in server order but the images of the groups. */
export interface Projection {
  readonly loaded: readonly Image[];
  readonly shown: readonly Image[];
  readonly groups: readonly Group[];
  /** Nobody knows what the filter lets through, and `shown` is empty. */
  readonly filterFails: boolean;
}

/** Filters, sorts and groups images. @param locale BCP 47, for the order of names */
export function project(
  images: readonly Image[],
  { filter, grouping, sorting }: AppliedViewOptions,
  deleted: DeletedImages,
  locale: string,
): Projection {
  const loaded = deleted === 'keep' ? images : withoutDeleted(images);
  const passed = passedBy(atTime(filter, Date.now()), loaded);
  const shown = passed ?? [];
  const sorted = sortImages(shown, sorting, locale);
  return {
    loaded,
    shown,
    groups: groupImages(sorted, grouping, { locale, byVersion: sorting.key === 'server' }),
    filterFails: passed === undefined,
  };
}

/** `undefined` where that is not known: the filter cannot be applied, or takes too long. */
function passedBy({ test }: AppliedFilter, images: readonly Image[]): readonly Image[] | undefined {
  if (typeof test === 'string') return test === 'pending' ? [] : undefined;
  try {
    return passing(images, test);
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

/** Who asks for the status DELETED wants to see such images, whatever the setting. */
export function asksForDeleted({ criteria }: Filter): boolean {
  return criteria.some(
    (criterion) =>
      criterion.kind === 'status' &&
      criterion.values.some((word) => meansStatus(word, 'DELETED')) &&
      !isNegated(criterion),
  );
}

function withoutDeleted(images: readonly Image[]): readonly Image[] {
  const isGone = (image: Image): boolean => hasStatus(image, 'DELETED');
  return images.some(isGone) ? images.filter((image) => !isGone(image)) : images;
}
