import type { Image } from '../api/image';
import type { Account } from '../auth/account';
import type { Group } from '../catalog/grouping';
import { foldVariants } from '../catalog/variants';
import type { Session } from '../session/sessions';
import type { AccountRow, GroupRow, ImageRow, InfoRow, Row } from './rows';

/** What was last given to the editor for an account. */
interface Served {
  readonly rows: readonly Row[];
  readonly groups: ReadonlyMap<Row, Group>;
  readonly hasMore: boolean;
}

/**
 * The rows of one account. A row that is there again stays the same object, whatever it holds by then: the editor
 * knows rows by identity, and a part of the tree can be refreshed only with a row it knows.
 */
export class AccountRows {
  readonly #known = new Map<string, Row>();
  readonly #children = new WeakMap<Group, readonly Row[]>();
  #served: Served | undefined;

  /** @param root the account's own row where several accounts stand, else `undefined` */
  constructor(
    readonly account: Account,
    readonly root: AccountRow | undefined,
  ) {}

  /** The top rows for the editor, which is remembered to show them. */
  serve(session: Session): readonly Row[] {
    const rows = this.top(session);
    this.#served = {
      rows,
      groups: new Map(rows.flatMap((row) => (row.kind === 'group' ? [[row, row.group] as const] : []))),
      hasMore: session.images.catalog.hasMore,
    };
    return rows;
  }

  children(row: GroupRow, folded: boolean): readonly Row[] {
    const known = this.#children.get(row.group);
    if (known !== undefined) return known;
    const { groups } = row.group;
    const rows =
      groups.length > 0
        ? groups.map((group) => this.#groupRow(group, row.id, row))
        : this.#imageRows(row.group, row, row.id, folded && !row.variants);
    this.#children.set(row.group, rows);
    return rows;
  }

  info(info: InfoRow['info']): InfoRow {
    return this.#again({ kind: 'info', id: this.#id(info), account: this.account, parent: this.root, info });
  }

  /**
   * The fewest rows to refresh so that the editor shows what there is now; `undefined` for everything.
   */
  stale(session: Session): readonly Row[] | undefined {
    const before = this.#served;
    const after = this.serve(session);
    if (before === undefined || !sameRows(before.rows, after)) return undefined;
    const counted = before.hasMore === session.images.catalog.hasMore;
    return after.filter((row) => {
      if (row.kind !== 'group') return row.kind !== 'image';
      return !counted || !sameImages(before.groups.get(row)?.images, row.group.images);
    });
  }

  /** What stands at the top: what failed, the groups, what may be missing, and the way to more. */
  top({ images }: Session): readonly Row[] {
    const { catalog, groups, view } = images;
    const base = { account: this.account, parent: this.root };
    const rows: Row[] = [];
    if (catalog.failure !== undefined) {
      rows.push(this.#again({ ...base, kind: 'error', id: this.#id('error'), error: catalog.failure.error }));
    }
    for (const group of groups) {
      if (view.grouping === 'none')
        rows.push(...this.#imageRows(group, this.root, this.#id('none'), view.folded));
      else rows.push(this.#groupRow(group, this.#id(view.grouping), this.root));
    }
    if (catalog.extent.kind === 'incomplete') rows.push(this.info('incomplete'));
    if (groups.length === 0 && catalog.failure === undefined && catalog.started) {
      // A single account has a welcome text for this, which stands only in an empty tree.
      if (this.root === undefined) return rows;
      rows.push(this.info(images.filtered ? 'noMatch' : 'empty'));
    }
    if (catalog.started && catalog.hasMore && catalog.activity !== 'confirm') {
      rows.push(this.#again({ ...base, kind: 'loadMore', id: this.#id('loadMore') }));
    }
    return rows;
  }

  #groupRow(group: Group, prefix: string, parent: AccountRow | GroupRow | undefined): GroupRow {
    const { account } = this;
    const id = `${prefix}/${group.key}`;
    return this.#again({ kind: 'group', id, account, parent, group, variants: false });
  }

  #imageRows(
    { images }: Group,
    parent: AccountRow | GroupRow | undefined,
    prefix: string,
    folded: boolean,
  ): readonly (ImageRow | GroupRow)[] {
    if (!folded) return images.map((image) => this.#imageRow(image, parent, prefix));
    return foldVariants(images).map(({ key, name, images: sizes }) => {
      const [only, ...others] = sizes;
      if (only !== undefined && others.length === 0) return this.#imageRow(only, parent, prefix);
      const group = { key, value: name, images: sizes, groups: [] };
      const id = `${prefix}/sizes/${key}`;
      return this.#again({ kind: 'group', id, account: this.account, parent, group, variants: true });
    });
  }

  #imageRow(image: Image, parent: AccountRow | GroupRow | undefined, prefix: string): ImageRow {
    return { kind: 'image', id: `${prefix}/${image.key}`, account: this.account, parent, image };
  }

  /** The row's object of the last time, with what it holds now. */
  #again<R extends Row>(row: R): R {
    const known = this.#known.get(row.id);
    if (known?.kind === row.kind) return Object.assign<Row, R>(known, row);
    this.#known.set(row.id, row);
    return row;
  }

  #id(rest: string): string {
    return `${this.account.id}/${rest}`;
  }
}

function sameRows(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, index) => row.id === b[index]?.id);
}

function sameImages(a: readonly Image[] | undefined, b: readonly Image[]): boolean {
  return a?.length === b.length && a.every((image, index) => image === b[index]);
}
