/** What rows are made of and what they look like: a bundle of its own, loaded when the editor first asks for rows. */
export {
  accountItem,
  errorItem,
  groupItem,
  imageItem,
  infoItem,
  loadMoreItem,
  variantsItem,
} from './treeItems';
export { TreeRows } from './treeRows';
export { imagesSummary } from '../text/describeImages';
export { accountRow } from './accountRow';
