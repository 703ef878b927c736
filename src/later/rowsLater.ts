import {
  DataTransferItem,
  EventEmitter,
  type CancellationToken,
  type DataTransfer,
  type TreeDataProvider,
  type TreeDragAndDropController,
  type TreeItem,
} from 'vscode';
import { DRAGGED_IMAGES, draggedImages } from '../tree/draggedImages';
import type { ImagesTree } from '../tree/imagesTree';
import type { Whole } from '../whole';
import type { Later } from '../base/later';

/** The rows of the tree, which is built when the editor first asks for any. */
export class RowsLater implements TreeDataProvider<string>, TreeDragAndDropController<string> {
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

  /** Nothing is dropped on rows. */
  get dropMimeTypes(): readonly string[] {
    return [];
  }

  get dragMimeTypes(): readonly string[] {
    return [DRAGGED_IMAGES];
  }

  /** What files may make of the rows. */
  async handleDrag(ids: readonly string[], data: DataTransfer): Promise<void> {
    const { tree } = await this.#whole.get();
    const images = draggedImages(ids.flatMap((id) => tree.rowOf(id) ?? []));
    if (images.length > 0) data.set(DRAGGED_IMAGES, new DataTransferItem(JSON.stringify(images)));
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
