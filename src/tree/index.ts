import type { ExtensionContext, TreeView } from 'vscode';
import type { Core } from '../core';
import { refreshWhileWatched } from './autoRefresh';
import { ImagesTree } from './imagesTree';
import { ImagesView } from './imagesView';

/** The rows of the images, and the view in which they stand. @returns both, for those who show something in them */
export function registerTree(
  core: Core,
  view: TreeView<string>,
  subscriptions: ExtensionContext['subscriptions'],
): { readonly tree: ImagesTree; readonly imagesView: ImagesView } {
  const { accounts, sessions, documents, settings, marks, log } = core;
  const tree = new ImagesTree(accounts, sessions, documents, settings, marks, log.report);
  subscriptions.push(tree);
  const imagesView = new ImagesView(accounts, sessions, tree, view, log.report);
  subscriptions.push(imagesView);
  subscriptions.push(refreshWhileWatched(core, imagesView));
  return { tree, imagesView };
}
