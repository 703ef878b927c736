import type { Row } from './rows';
import { uniqueIds } from './uniqueIds';

/** Rows of one list as the editor was given them. */
export interface GivenList {
  readonly rows: readonly Row[];
  /** The row that they stand below, as it was when they were made; `undefined` at the top. */
  readonly of: Row | undefined;
  /** They may no longer be what there is, and the editor was told to ask again. */
  readonly awaited: boolean;
}

/** Remembers the rows that the editor was given, and of those only what it can still reach from the top. */
export class GivenRows {
  readonly #lists = new Map<string | undefined, GivenList>();
  readonly #rows = new Map<string, Row>();

  row(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  /** @param parent id of the row above them */
  below(parent: string | undefined): GivenList | undefined {
    return this.#lists.get(parent);
  }

  /**
   * Rows for the editor in place of those it was given there before.
   * @param onRepeated as for `uniqueIds`
   * @returns them, with ids that stand nowhere else in the tree
   */
  give(of: Row | undefined, rows: readonly Row[], onRepeated: (id: string) => void): readonly Row[] {
    // What is gone takes no id from those that come.
    this.#forgetMissing(of?.id, rows);
    const given = this.unique(of?.id, rows, onRepeated);
    this.keep(of?.id, { rows: given, of, awaited: false });
    return given;
  }

  /** As `give` would have it. */
  unique(
    parent: string | undefined,
    rows: readonly Row[],
    onRepeated?: (id: string) => void,
  ): readonly Row[] {
    const isTaken = (id: string): boolean => {
      const row = this.#rows.get(id);
      return row !== undefined && row.parent !== parent;
    };
    return uniqueIds(rows, isTaken, onRepeated);
  }

  /** What counts as given from now on: rows of the same ids. */
  keep(parent: string | undefined, list: GivenList): void {
    const isNew = this.#lists.get(parent)?.rows !== list.rows;
    this.#lists.set(parent, list);
    if (isNew) for (const row of list.rows) this.#rows.set(row.id, row);
  }

  forget(parent: string | undefined): void {
    const list = this.#lists.get(parent);
    this.#lists.delete(parent);
    for (const row of list?.rows ?? []) this.#forgetRow(row);
  }

  /** All rows of an account, wherever they stand. */
  forgetAccount(accountId: string): void {
    const top = this.#lists.get(undefined);
    if (top === undefined) return;
    const rows = top.rows.filter((row) => row.accountId !== accountId);
    this.#forgetMissing(undefined, rows);
    this.keep(undefined, { ...top, rows });
  }

  #forgetMissing(parent: string | undefined, rows: readonly Row[]): void {
    const before = this.#lists.get(parent)?.rows ?? [];
    if (before.length === 0) return;
    const ids = new Set(rows.map(({ id }) => id));
    for (const row of before) if (!ids.has(row.id)) this.#forgetRow(row);
  }

  #forgetRow(row: Row): void {
    // Another one may have taken its id.
    if (this.#rows.get(row.id)?.parent !== row.parent) return;
    this.#rows.delete(row.id);
    this.forget(row.id);
  }
}
