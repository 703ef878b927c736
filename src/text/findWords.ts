import type { Image } from '../api/images/image';
import { ownershipOf } from '../catalog/facetValues';
import { kindOf } from '../catalog/kind';
import { facetValueLabel } from './describeFacet';

/** Words by which an image is found beside what it is called: its kind and whose it is, in the language of the editor. */
export function findWords(image: Image): string {
  const ownership = ownershipOf(image);
  const whose = ownership === undefined ? [] : [facetValueLabel('ownership', ownership)];
  return [facetValueLabel('kind', kindOf(image)), ...whose].join(' ');
}
