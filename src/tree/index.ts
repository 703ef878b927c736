import type { ExtensionContext } from 'vscode';
import type { Core } from '../core';
import { refreshWhileWatched } from './autoRefresh';
import { ImagesTree } from './imagesTree';
import { ImagesView } from './imagesView';

/** The view of the images. @returns it, for those who show something in it */
export function registerTree(core: Core, subscriptions: ExtensionContext['subscriptions']): ImagesView {
  const tree = new ImagesTree(core.accounts, core.sessions, core.documents, core.log.report);
  const view = new ImagesView(core.accounts, core.sessions, tree, core.log.report);
  subscriptions.push(tree, view, refreshWhileWatched(core, view));
  return view;
}
