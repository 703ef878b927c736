import type { Image } from '../../src/api/images/image';
import type { QueryParts, ServerQuery } from '../../src/api/images/imageSource';
import { applyFilter, loadedFilter, type AppliedFilter } from '../../src/catalog/filter/appliedFilter';
import type { Filter } from '../../src/catalog/filter/criterion';
import { passing } from '../../src/catalog/filter/imageTest';
import { imageSource } from './imageSource';

/** Who applies what Nova can be asked. */
export const NOVA: QueryParts = imageSource('http://localhost/v2/t').applied;

/** A filter as it is applied to images of Nova, without what has to be loaded for it. */
export function appliedFilter(filter: Filter, now = Date.now(), before?: AppliedFilter): AppliedFilter {
  return applyFilter(filter, { applied: NOVA, now, before });
}

export function queryOf(filter: Filter, now?: number): ServerQuery {
  return appliedFilter(filter, now).query;
}

/** The images that a filter lets through: none where that is not known, or something has to be loaded first. */
export function filterImages(images: readonly Image[], filter: Filter, now?: number): readonly Image[] {
  return passingOf(images, appliedFilter(filter, now));
}

/** The same, with all that the filter needs. @throws when it cannot be applied */
export async function filterWhole(images: readonly Image[], filter: Filter): Promise<readonly Image[]> {
  return passingOf(images, await loadedFilter(appliedFilter(filter)));
}

function passingOf(images: readonly Image[], { test }: AppliedFilter): readonly Image[] {
  return typeof test === 'function' ? passing(images, test) : [];
}
