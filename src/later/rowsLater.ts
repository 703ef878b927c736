import { EventEmitter, type CancellationToken, type TreeDataProvider, type TreeItem } from 'vscode';
import type { ImagesTree } from '../tree/imagesTree';
import type { Whole } from '../whole';
import type { Later } from '../base/later';

/** The rows of the tree, which is built when the editor first asks for any. */
export class RowsLater implements TreeDataProvider<string> {
  readonly #whole: Later<Whole>;
  readonly #changed = new EventEmitter<string | string[] | undefined>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(whole: Later<Whole>) {
    this.#whole = whole;
  }

  /** Tells the editor what the tree tells. */
  follow(tree: ImagesTree): void {
    tree.onDidChangeTreeData((changed) => this.#changed.fire(changed));
  }

  async getChildren(id?: string): Promise<string[]> {
    return (await this.#whole.get()).tree.getChildren(id);
  }

  getParent(id: string): string | undefined {
    return this.#whole.now?.tree.getParent(id);
  }

  /** At once for rows that were given: there may be tens of thousands. */
  getTreeItem(id: string): TreeItem | Promise<TreeItem> {
    return (
      this.#whole.now?.tree.getTreeItem(id) ?? this.#whole.get().then(({ tree }) => tree.getTreeItem(id))
    );
  }

  async resolveTreeItem(item: TreeItem, id: string, token: CancellationToken): Promise<TreeItem> {
    return (await this.#whole.get()).tree.resolveTreeItem(item, id, token);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
