import type { Image } from '../api/images/image';
import { ownershipOf } from '../catalog/facetValues';
import { kindOf, natureOf } from '../catalog/kind';
import { facetValueLabel } from './describeFacet';

/** Words by which an image is found beside what it is called: its kind and whose it is, in the language of the editor. */
export function findWords(image: Image): string {
  const ownership = ownershipOf(image);
  const whose = ownership === undefined ? [] : [facetValueLabel('ownership', ownership)];
  // What fails or is in progress is what it is nevertheless.
  const kinds = new Set([natureOf(image), kindOf(image)]);
  return [...Array.from(kinds, (kind) => facetValueLabel('kind', kind)), ...whose].join(' ');
}
