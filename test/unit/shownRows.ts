import type { Row } from '../../src/tree/rows';
import type { TreeRows } from '../../src/tree/treeRows';

/** What an editor shows of rows: it asks for them, open ones with all below, and again when it is told to. */
export class ShownRows {
  readonly #tree: TreeRows;
  readonly #isOpen: (row: Row) => boolean;
  readonly #lists = new Map<string | undefined, readonly string[]>();
  readonly #texts = new Map<string, string>();

  constructor(tree: TreeRows, isOpen: (row: Row) => boolean = () => true) {
    this.#tree = tree;
    this.#isOpen = isOpen;
  }

  /** From the top: the text of each row, as it was when the editor asked for it. */
  get texts(): readonly string[] {
    return this.#textsBelow(undefined);
  }

  /** Asks for the rows below one, or for everything. */
  ask(parent?: string): void {
    this.#forgetBelow(parent);
    const rows = this.#tree.give(parent);
    this.#lists.set(
      parent,
      rows.map(({ id }) => id),
    );
    for (const { id } of rows) this.#ask(id);
  }

  /** @param stale as `TreeRows.stale` has it. What the editor does not show it passes over. */
  refresh(stale: readonly string[] | undefined): void {
    if (stale === undefined) this.ask();
    for (const id of stale ?? []) if (this.#texts.has(id)) this.#ask(id);
  }

  #ask(id: string): void {
    const row = this.#tree.row(id);
    if (row === undefined) throw new Error(`no row ${id}`);
    this.#texts.set(id, textOf(row));
    if ((row.kind === 'account' || row.kind === 'group') && this.#isOpen(row)) this.ask(id);
    else this.#forgetBelow(id);
  }

  #forgetBelow(parent: string | undefined): void {
    for (const id of this.#lists.get(parent) ?? []) {
      this.#forgetBelow(id);
      this.#texts.delete(id);
    }
    this.#lists.delete(parent);
  }

  #textsBelow(parent: string | undefined): readonly string[] {
    const ids = this.#lists.get(parent) ?? [];
    return ids.flatMap((id) => [this.#texts.get(id) ?? 'not asked for', ...this.#textsBelow(id)]);
  }
}

/** All that is to be seen of a row. */
function textOf(row: Row): string {
  const { id, parent = 'top' } = row;
  return JSON.stringify([parent, id, ...looks(row)]);
}

function looks(row: Row): readonly unknown[] {
  switch (row.kind) {
    case 'account':
      return [row.label, row.description, row.signedIn];
    case 'group':
      return [row.group.value, row.group.images.length, row.mayHaveMore, row.variants && statuses(row.group)];
    case 'image':
      return [row.image.name, row.image.status, row.image.size];
    case 'loadMore':
      return [row.loaded, row.loading];
    case 'info':
      return [row.info];
    case 'error':
      return [String(row.error)];
  }
}

function statuses({
  images,
}: {
  readonly images: readonly { readonly status: string }[];
}): readonly string[] {
  return images.map(({ status }) => status);
}
