import type { Image } from '../api/images/image';
import { hasStatus } from '../api/images/status';
import { appOf, distributionOf, osOf, ownershipOf } from './facetValues';

/** What an image is when all is well with it, in the order in which ConoHa's own page offers them; the others follow. */
const NATURES = ['own', 'os', 'app', 'shared', 'other'] as const;

/** The kinds in their order: what needs attention first. Part of stored filters. */
export const IMAGE_KINDS = ['attention', ...NATURES] as const;

/**
 * What an image is to whoever looks for one. `attention`: not ready to use. `own`: saved by this project. `os`: an
 * operating system. `app`: an application on one. `shared`: another project's, offered or found. `other`: it cannot be
 * known.
 */
export type Kind = (typeof IMAGE_KINDS)[number];

/** What an image is when all is well with it. */
export type Nature = (typeof NATURES)[number];

/** The kind of an image as it stands now. */
export function kindOf(image: Image): Kind {
  return needsAttention(image) ? 'attention' : natureOf(image);
}

/** Neither to be used nor gone: in progress, failed, switched off, or nobody knows. */
export function needsAttention(image: Image): boolean {
  return !hasStatus(image, 'ACTIVE') && !hasStatus(image, 'DELETED');
}

/** What an image is, whatever its status. */
export function natureOf(image: Image): Nature {
  const ownership = ownershipOf(image);
  if (ownership === 'own') return 'own';
  if (ownership === 'shared' || ownership === 'community') return 'shared';
  // Of a service that tells owners, and yet nobody's: it may be a saved one, which has an app and a system, too.
  if (ownership === undefined && image.details !== undefined) return 'other';
  if (appOf(image) !== undefined) return 'app';
  return distributionOf(image) === undefined && osOf(image) === undefined ? 'other' : 'os';
}

/** Whether kinds tell these images apart: there are operating systems or applications, and something else. */
export function tellsKindsApart(images: readonly Image[]): boolean {
  const natures = new Set<Nature>();
  for (const image of images) {
    natures.add(natureOf(image));
    if (natures.size > 1 && (natures.has('os') || natures.has('app'))) return true;
  }
  return false;
}
