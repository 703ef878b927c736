import type { Session } from '../session/sessions';
import { infoRow, rowsBelow, topRows } from './accountRows';
import { compareRows, holdsTheSame, sameIds } from './compareRows';
import { GivenRows } from './givenRows';
import type { AccountRow, ImageRow, Row, RowLook } from './rows';

/** What rows are made of. */
export interface RowSource {
  /** A row for each account, in their order. */
  readonly accountRows: () => readonly AccountRow[];
  /** `undefined` when the account is signed out. */
  readonly sessionOf: (accountId: string) => Session | undefined;
  /** Keys of an account's favourites: the same object while they are the same. */
  readonly favourites: (accountId: string) => ReadonlySet<string>;
  /** How rows of images look now: the same object while that is the same. */
  readonly look: () => RowLook;
  /** Hears of an id that would have stood twice in the tree. */
  readonly onRepeated: (id: string) => void;
}

/**
 * The rows of all accounts. With one account its groups are at the top; with several, each has a row of its own there.
 * All rows are made anew from the sessions; what is remembered is only what the editor was given.
 */
export class TreeRows {
  readonly #source: RowSource;
  readonly #given = new GivenRows();

  constructor(source: RowSource) {
    this.#source = source;
  }

  /** The rows below a row, or at the top, for the editor. */
  give(parent?: string): readonly Row[] {
    const row = parent === undefined ? undefined : this.row(parent);
    if (row === undefined && parent !== undefined) return [];
    return this.#given.give(row, this.#rowsNow(row), this.#source.onRepeated);
  }

  /**
   * Compares what the editor was given with what there is, which it is expected to show from now on.
   * @param accounts ids of those that may have changed
   * @returns ids of the fewest rows to refresh; `undefined` for everything
   */
  stale(accounts: ReadonlySet<string>): readonly string[] | undefined {
    const { stale, given } = compareRows({
      before: (parent) => this.#given.below(parent),
      now: (parent) => this.#toCompare(parent, accounts),
    });
    for (const [parent, list] of given) {
      if (list === undefined) this.#given.forget(parent);
      else this.#given.keep(parent, list);
    }
    return stale;
  }

  /** A row that the editor has, or is about to get. */
  row(id: string): Row | undefined {
    return this.#given.row(id) ?? this.#search(id, this.#present(undefined));
  }

  /** The row of an image where it stands now, whether the editor was given it or not. */
  imageRow(accountId: string, key: string): ImageRow | undefined {
    const search = (candidates: readonly Row[]): ImageRow | undefined => {
      for (const row of candidates) {
        if (row.kind === 'image' && row.image.key === key) return row;
        if (row.kind !== 'group' || !row.group.images.some((image) => image.key === key)) continue;
        return search(this.#present(row));
      }
      return undefined;
    };
    const top = this.#present(undefined);
    const account = top.find((row) => row.kind === 'account' && row.accountId === accountId);
    return search(
      account === undefined ? top.filter((row) => row.accountId === accountId) : this.#present(account),
    );
  }

  /** An account's images are gone, and its rows with them. */
  forget(accountId: string): void {
    this.#given.forgetAccount(accountId);
  }

  #search(id: string, candidates: readonly Row[]): Row | undefined {
    for (const row of candidates) {
      if (row.id === id) return row;
      const found = id.startsWith(`${row.id}/`) ? this.#search(id, this.#present(row)) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The rows below one as the editor would get them: those it has, where they are still the same. */
  #present(parent: Row | undefined): readonly Row[] {
    const given = parent?.kind === 'group' ? this.#given.below(parent.id) : undefined;
    if (parent?.kind === 'group' && given?.awaited === false && holdsTheSame(given.of, parent))
      return given.rows;
    return this.#given.unique(parent?.id, this.#rowsNow(parent));
  }

  #toCompare(parent: Row | undefined, accounts: ReadonlySet<string>): readonly Row[] | undefined {
    const given = this.#given.below(parent?.id)?.rows;
    const accountId = parent === undefined ? this.#onlyAccount() : parent.accountId;
    if (accountId !== undefined && !accounts.has(accountId)) return given ?? [];
    if (accountId !== undefined && parent?.kind !== 'group' && this.#isToBegin(accountId)) return undefined;
    const rows = this.#rowsNow(parent);
    return given !== undefined && sameIds(given, rows) ? rows : this.#given.unique(parent?.id, rows);
  }

  /** A list begins when the editor asks for its rows, whether or not there were any before it. */
  #isToBegin(accountId: string): boolean {
    const catalog = this.#source.sessionOf(accountId)?.images.catalog;
    return catalog !== undefined && !catalog.started && catalog.failure === undefined;
  }

  #onlyAccount(): string | undefined {
    const [only, ...others] = this.#source.accountRows();
    return others.length === 0 ? only?.id : undefined;
  }

  #rowsNow(parent: Row | undefined): readonly Row[] {
    if (parent?.kind === 'group') return rowsBelow(parent);
    if (parent?.kind === 'account') return this.#topOf(parent.id, parent.id);
    if (parent !== undefined) return [];
    const accounts = this.#source.accountRows();
    const [only] = accounts;
    return accounts.length > 1 || only === undefined ? accounts : this.#topOf(only.id, undefined);
  }

  #topOf(accountId: string, parent: string | undefined): readonly Row[] {
    const session = this.#source.sessionOf(accountId);
    if (session !== undefined)
      return topRows(session, parent, this.#source.look(), this.#source.favourites(accountId));
    // A single account has a welcome text for this.
    return parent === undefined ? [] : [infoRow(accountId, parent, 'signedOut')];
  }
}
