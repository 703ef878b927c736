import type { Image } from '../api/images/image';
import type { Group } from '../catalog/group';
import { foldVariants } from '../catalog/variants';
import type { Session } from '../session/sessions';
import type { AccountRow, GroupRow, ImageRow, InfoRow, Row } from './rows';

/** Rows that the editor was given, and what they were made of. */
interface Given {
  readonly rows: readonly Row[];
  /** What the groups among them held then. */
  readonly groups: ReadonlyMap<Row, Group>;
}

interface GivenBelow extends Given {
  readonly of: Group;
  readonly folded: boolean;
}

interface GivenTop extends Given {
  readonly hasMore: boolean;
}

/** As many changed rows of a group are refreshed one by one; more of them cost less as a whole. */
const ONE_BY_ONE = 50;

/**
 * The rows of one account. A row that is there again stays the same object, whatever it holds by then: the editor
 * knows rows by identity, and a part of the tree can be refreshed only with a row it knows.
 */
export class AccountRows {
  /** All but the rows of images, of which there are many. */
  readonly #known = new Map<string, Row>();
  #top: GivenTop | undefined;
  /** By the id of the row above them. */
  readonly #below = new Map<string, GivenBelow>();

  /** @param root the account's own row where several accounts stand, else `undefined` */
  constructor(
    readonly accountId: string,
    readonly root: AccountRow | undefined,
  ) {}

  /** The top rows for the editor, which asks for those below them again. */
  serve(session: Session): readonly Row[] {
    this.#below.clear();
    const rows = this.top(session);
    this.#top = { ...given(rows), hasMore: session.images.catalog.hasMore };
    return rows;
  }

  /** The rows below a group for the editor. */
  serveBelow(row: GroupRow, folded: boolean): readonly Row[] {
    const rows = this.below(row, folded);
    this.#below.set(row.id, { ...given(rows), of: row.group, folded });
    return rows;
  }

  /** The rows below a group: those that the editor has, if they are still the same. */
  below(row: GroupRow, folded: boolean): readonly Row[] {
    const known = this.#below.get(row.id);
    return known?.of === row.group && known.folded === folded ? known.rows : this.#rowsOf(row, folded);
  }

  /**
   * The fewest rows to refresh so that the editor shows what there is now; `undefined` for everything.
   */
  stale(session: Session): readonly Row[] | undefined {
    const { folded } = session.images.view;
    const { hasMore, started, failure } = session.images.catalog;
    // A list begins when the editor asks for its rows, whether or not there were any before it.
    if (!started && failure === undefined) return undefined;
    const before = this.#top;
    const rows = this.top(session);
    if (before === undefined || !sameRows(before.rows, rows)) return undefined;
    const counted = before.hasMore === hasMore;
    this.#top = { ...given(before.rows), hasMore };
    return this.#changed(before, rows, (row, group) => this.#staleGroup(row, group, folded, counted));
  }

  /** @param counted the row says the same of what may be on the server as it did */
  #staleGroup(row: GroupRow, before: Group, folded: boolean, counted: boolean): readonly Row[] {
    if (counted && before === row.group) return [];
    const { value, images } = row.group;
    if (!counted || before.value !== value || before.images.length !== images.length) return [row];
    // The sizes and the status of one image stand in the row itself.
    if (row.variants && images.some((image, index) => image !== before.images[index])) return [row];
    const below = this.#below.get(row.id);
    // The editor has not asked what stands below: only the row itself is to be seen, and it is the same.
    if (below === undefined) return [];
    const rows = this.#rowsOf(row, folded);
    if (below.folded !== folded || !sameRows(below.rows, rows)) return [row];
    this.#below.set(row.id, { ...given(below.rows), of: row.group, folded });
    const changed = this.#changed(below, rows, (inner, group) =>
      this.#staleGroup(inner, group, folded, counted),
    );
    return changed.length > ONE_BY_ONE ? [row] : changed;
  }

  /** What has changed of rows that are the same as they were but for what they hold, which they take over. */
  #changed(
    before: Given,
    now: readonly Row[],
    ofGroup: (row: GroupRow, before: Group) => readonly Row[],
  ): readonly Row[] {
    return before.rows.flatMap((row, index) => {
      const fresh = now[index];
      if (row.kind === 'image' && fresh?.kind === 'image') {
        if (row.image === fresh.image) return [];
        row.image = fresh.image;
        return [row];
      }
      const group = before.groups.get(row);
      return row.kind === 'group' && group !== undefined ? ofGroup(row, group) : [row];
    });
  }

  info(info: InfoRow['info']): InfoRow {
    return this.#again({
      kind: 'info',
      id: this.#id(info),
      accountId: this.accountId,
      parent: this.root,
      info,
    });
  }

  /** What stands at the top: what failed, the groups, what may be missing, and the way to more. */
  top({ images }: Session): readonly Row[] {
    const { catalog, groups, view } = images;
    const base = { accountId: this.accountId, parent: this.root };
    const rows: Row[] = [];
    if (catalog.failure !== undefined) {
      rows.push(this.#again({ ...base, kind: 'error', id: this.#id('error'), error: catalog.failure.error }));
    }
    for (const group of groups) {
      if (view.grouping === 'none')
        rows.push(...this.#imageRows(group, this.root, this.#id('none'), view.folded));
      else rows.push(this.#groupRow(group, this.#id(view.grouping), this.root));
    }
    if (images.filterFails) rows.push(this.info('filterFails'));
    if (catalog.completeness.kind === 'incomplete') rows.push(this.info('incomplete'));
    if (groups.length === 0 && catalog.failure === undefined && catalog.started && !images.filterFails) {
      // A single account has a welcome text for this, which stands only in an empty tree.
      if (this.root === undefined) return rows;
      rows.push(this.info(images.filtered ? 'noMatch' : 'empty'));
    }
    if (catalog.started && catalog.hasMore && catalog.activity !== 'confirm') {
      rows.push(this.#again({ ...base, kind: 'loadMore', id: this.#id('loadMore') }));
    }
    return rows;
  }

  #rowsOf(row: GroupRow, folded: boolean): readonly Row[] {
    const { group, id } = row;
    return group.groups.length > 0
      ? group.groups.map((inner) => this.#groupRow(inner, id, row))
      : this.#imageRows(group, row, id, folded && !row.variants);
  }

  #groupRow(group: Group, prefix: string, parent: AccountRow | GroupRow | undefined): GroupRow {
    const { accountId } = this;
    const id = `${prefix}/${group.key}`;
    return this.#again({ kind: 'group', id, accountId, parent, group, variants: false });
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
      return this.#again({ kind: 'group', id, accountId: this.accountId, parent, group, variants: true });
    });
  }

  #imageRow(image: Image, parent: AccountRow | GroupRow | undefined, prefix: string): ImageRow {
    return { kind: 'image', id: `${prefix}/${image.key}`, accountId: this.accountId, parent, image };
  }

  /** The row's object of the last time, with what it holds now. */
  #again<R extends Row>(row: R): R {
    const known = this.#known.get(row.id);
    if (known?.kind === row.kind) return Object.assign<Row, R>(known, row);
    this.#known.set(row.id, row);
    return row;
  }

  #id(rest: string): string {
    return `${this.accountId}/${rest}`;
  }
}

function sameRows(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, index) => row.id === b[index]?.id);
}

function given(rows: readonly Row[]): Given {
  return {
    rows,
    groups: new Map(rows.flatMap((row) => (row.kind === 'group' ? [[row, row.group] as const] : []))),
  };
}
