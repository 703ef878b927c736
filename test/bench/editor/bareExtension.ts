// The extension that ours is compared with: node-fetch and an empty tree, which has three rows once it is asked.
import fetch from 'node-fetch';
import { TreeItem, window, type ExtensionContext, type TreeDataProvider } from 'vscode';

const tree: TreeDataProvider<string> = {
  getChildren: () => ['fetch', 'refresh', 'help'],
  getTreeItem: (label) => new TreeItem(label),
};

export function activate({ subscriptions }: ExtensionContext): typeof fetch {
  subscriptions.push(window.createTreeView('bench.three', { treeDataProvider: tree }));
  return fetch;
}
