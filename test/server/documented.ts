import response from './documented-response.json';
import { vendorProject } from './glance/visibility';
import type { ImageSpec } from './images';

/** The tenant and token of ConoHa's documented example request. */
export const documentedTenantId = '1864e71d2deb46f6b47526b69c65a45d';
export const documentedToken = '35941e7df872405d84e5b026dba8323c';

/** The body of the documented response, as it stands there. */
export const documentedResponse = response;

/** The five images of the documented response, their links into ConoHa's own network included. */
export const documentedImages: readonly ImageSpec[] = response.images.map((image) => ({
  id: image.id,
  name: image.name,
  status: 'active',
  created: image.created,
  updated: image.updated,
  minDisk: image.minDisk,
  minRam: image.minRam,
  size: image['OS-EXT-IMG-SIZE:size'],
  // A JSON import types the union of all keys: the ones that an image lacks are absent, not undefined.
  metadata: Object.fromEntries(Object.entries(image.metadata)),
  links: image.links,
  ...(image.name.startsWith('vmi-') && { owner: vendorProject, visibility: 'public' }),
}));
