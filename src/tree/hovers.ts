/** What stands in hovers: a bundle of its own, loaded with the first one. */
export { accountHover } from './accountHover';
export { linesOf } from '../catalog/lines/lines';
export { imageHover } from './imageHover';
export { hoveredIn } from './hoveredIn';
