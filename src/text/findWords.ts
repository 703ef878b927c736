import type { Image } from '../api/images/image';
import { hasStatus } from '../api/images/status';
import { ownershipOf } from '../catalog/facetValues';
import { kindOf, natureOf } from '../catalog/kind';
import { facetValueLabel } from './describeFacet';
import { foreignText } from './foreignText';

/**
 * Words by which an image is found beside what it is called: its kind and whose it is, in the language of the editor, and
 * the status of one that is not ready to use.
 */
export function findWords(image: Image): string {
  const ownership = ownershipOf(image);
  const whose = ownership === undefined ? [] : [facetValueLabel('ownership', ownership)];
  // What fails or is in progress is what it is nevertheless.
  const kinds = new Set([natureOf(image), kindOf(image)]);
  const status = hasStatus(image, 'ACTIVE') ? [] : [foreignText(image.status)];
  return [...Array.from(kinds, (kind) => facetValueLabel('kind', kind)), ...whose, ...status].join(' ');
}
