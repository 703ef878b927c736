import { EventEmitter, window, TreeItem, type TreeDataProvider } from 'vscode';
import type { ImagesTree } from '../../../src/tree/imagesTree';
import { partsFor } from '../../host/parts';
import { loadEverything, PAGE_SIZE, tenantOf, tokenOf } from '../served';
import type { Answer, BenchView, Request } from './messages';

/** What the two have in common, beside their rows. */
interface Contender {
  fire(mark: string): void;
}

const contenders = new Map<BenchView, Contender>();

/** Loads the images of an endpoint and shows them in both views. */
export async function show({ endpoint, size }: Extract<Request, { do: 'show' }>): Promise<Answer> {
  const tenant = { id: tenantOf(size), token: tokenOf(size) };
  const { sessions, tree } = await partsFor({ endpoint: () => endpoint }, [tenant], PAGE_SIZE);
  const session = sessions.ofActive();
  if (session === undefined) throw new Error('There is no session.');
  await loadEverything(session.images.catalog);
  const [group, ...others] = await tree.getChildren();
  if (group === undefined || others.length > 0) throw new Error(`${others.length} rows beside a group.`);
  const rows = await tree.getChildren(group);
  if (rows.length !== size) throw new Error(`${rows.length} rows instead of ${size}.`);

  // The bare tree's items are the very same, made beforehand.
  contenders.set(
    'bare',
    showBare(
      await tree.getTreeItem(group),
      await Promise.all(rows.map(async (row) => tree.getTreeItem(row))),
    ),
  );
  contenders.set('here', showHere(tree, rows[0]));
  return { done: 'show' };
}

/** Has a tree ask for everything anew. */
export function fire({ view, mark }: Extract<Request, { do: 'fire' }>): Answer {
  const contender = contenders.get(view);
  if (contender === undefined) throw new Error('Nothing is shown.');
  const at = Date.now();
  contender.fire(mark);
  return { done: 'fire', at };
}

/** The extension's tree as it is, but for the mark. */
function showHere(tree: ImagesTree, first: string | undefined): Contender {
  let shown = '';
  const treeDataProvider: TreeDataProvider<string> = {
    onDidChangeTreeData: tree.onDidChangeTreeData,
    getChildren: (id) => tree.getChildren(id),
    getParent: (id) => tree.getParent(id),
    resolveTreeItem: (item, id, token) => tree.resolveTreeItem(item, id, token),
    getTreeItem: (id) => {
      const item = tree.getTreeItem(id);
      if (id === first && item instanceof TreeItem) item.description = shown;
      return item;
    },
  };
  window.createTreeView('bench.here', { treeDataProvider });
  return {
    fire: (mark) => {
      shown = mark;
      tree.refresh();
    },
  };
}

/** Items that are there already, and nothing else. */
function showBare(group: TreeItem, images: readonly TreeItem[]): Contender {
  const [first] = images;
  const changed = new EventEmitter<undefined>();
  const treeDataProvider: TreeDataProvider<TreeItem> = {
    onDidChangeTreeData: changed.event,
    getChildren: (item) => (item === undefined ? [group] : item === group ? [...images] : []),
    getTreeItem: (item) => item,
  };
  window.createTreeView('bench.bare', { treeDataProvider });
  return {
    fire: (mark) => {
      if (first !== undefined) first.description = mark;
      changed.fire(undefined);
    },
  };
}
