import { EventEmitter, type CancellationToken, TreeItem, type TreeDataProvider } from 'vscode';
import type { Accounts } from '../auth/accounts';
import type { Subscription } from '../base/emitter';
import { inTime } from '../base/inTime';
import type { ImageDocuments } from '../documents/imageDocuments';
import type { Sessions } from '../session/sessions';
import { failureText } from '../text/failureText';
import { accountRow } from './accountRow';
import type { ErrorRow, GroupRow, ImageRow, Row } from './rows';
import {
  accountItem,
  errorItem,
  groupItem,
  imageItem,
  infoItem,
  loadMoreItem,
  variantsItem,
} from './treeItems';
import { TreeRows } from './treeRows';

/** A group of at most so many rows is open when it first appears. */
const OPEN_AT_MOST = 50;

/** Milliseconds for which the rows of all accounts wait for one of them. */
const PATIENCE_MS = 300;

/** The rows for the editor, which knows them by their ids. */
export class ImagesTree implements TreeDataProvider<string> {
  readonly #accounts: Accounts;
  readonly #sessions: Sessions;
  readonly #documents: ImageDocuments;
  readonly #rows: TreeRows;
  readonly #changed = new EventEmitter<string | string[] | undefined>();
  /** Whether the user has opened or closed a group, by row id. */
  readonly #open = new Map<string, boolean>();
  readonly #closings: Subscription;
  #isAsked = false;

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param report hears of rows that would have had the same id */
  constructor(
    accounts: Accounts,
    sessions: Sessions,
    documents: ImageDocuments,
    report: (error: unknown) => void,
  ) {
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#documents = documents;
    this.#rows = new TreeRows({
      accountRows: () => {
        const active = accounts.active?.id;
        return accounts.all.map((account) =>
          accountRow(account, account.id === active, sessions.of(account.id)),
        );
      },
      sessionOf: (accountId) => sessions.of(accountId),
      onRepeated: (id) => report(new Error(`Two rows of the tree have the id ${JSON.stringify(id)}.`)),
    });
    this.#closings = sessions.onDidClose((accountId) => this.#forget(accountId));
  }

  async getChildren(id?: string): Promise<string[]> {
    this.#isAsked = true;
    const above = id ?? this.#onlyAccount();
    const hasOthers = id !== undefined;
    if (above !== undefined && !(await this.#hasBegun(above, hasOthers))) return [];
    return this.#rows.give(id).map((row) => row.id);
  }

  getParent(id: string): string | undefined {
    return this.#rows.row(id)?.parent;
  }

  getTreeItem(id: string): TreeItem | Promise<TreeItem> {
    const row = this.#rows.row(id);
    const item = row && this.#itemOf(row);
    if (item !== undefined) return item;
    // It has gone while the editor was still asking.
    const gone = new TreeItem('');
    gone.id = id;
    return gone;
  }

  async resolveTreeItem(item: TreeItem, id: string, token: CancellationToken): Promise<TreeItem> {
    const { accountHover, imageHover } = await import('./hovers');
    const row = token.isCancellationRequested ? undefined : this.#rows.row(id);
    if (row?.kind === 'image') item.tooltip = imageHover(row.image);
    const account = row?.kind === 'account' ? this.#accounts.get(id) : undefined;
    if (account !== undefined) {
      item.tooltip = await accountHover(account, this.#sessions.of(id)?.images, token);
    }
    return item;
  }

  /** The row of an id that the editor knows; `undefined` where it is gone. */
  rowOf(id: string): Row | undefined {
    return this.#rows.row(id);
  }

  /** The row of an image where it is shown now. @param key the image's */
  findRow(accountId: string, key: string): ImageRow | undefined {
    return this.#rows.imageRow(accountId, key);
  }

  /** Only the rows that are no longer what the editor shows. @param changed ids of accounts; without them, of all */
  refreshAccounts(changed: Iterable<string> = this.#accounts.all.map(({ id }) => id)): void {
    if (!this.#isAsked) return;
    const stale = this.#rows.stale(new Set(changed));
    if (stale === undefined) this.refresh();
    else if (stale.length > 0) this.#changed.fire([...stale]);
  }

  /** The whole tree is asked for anew. */
  refresh(): void {
    this.#changed.fire(undefined);
  }

  /** Whether the user has opened or closed a row. */
  remember(id: string, open: boolean): void {
    this.#open.set(id, open);
  }

  dispose(): void {
    this.#closings.dispose();
    this.#changed.dispose();
  }

  /** What was made of an account's images goes with them; whether its groups were open, with the account. */
  #forget(accountId: string): void {
    this.#rows.forget(accountId);
    this.refresh();
    if (this.#accounts.get(accountId) !== undefined) return;
    for (const id of this.#open.keys()) if (id.startsWith(`${accountId}/`)) this.#open.delete(id);
  }

  #onlyAccount(): string | undefined {
    const [only, ...others] = this.#accounts.all;
    return others.length === 0 ? only?.id : undefined;
  }

  /**
   * Asks for the first page of an account's list.
   * @param id of an account; below other rows there is nothing to begin
   * @param hasOthers whether other accounts wait for its rows: the editor draws nothing before it has all that it asked
   *   for, so that a row says what is still on its way
   * @returns whether its images are still the same ones after that
   */
  async #hasBegun(id: string, hasOthers: boolean): Promise<boolean> {
    const session = this.#sessions.of(id);
    // A failure is kept by the catalogue and has a row of its own.
    if (session === undefined || session.images.catalog.failure !== undefined) return true;
    const begun = session.images.ensureStarted().catch(() => undefined);
    await (hasOthers ? inTime(begun, PATIENCE_MS) : begun);
    // The account may have been signed out or removed meanwhile.
    return this.#sessions.of(id) === session;
  }

  #itemOf(row: Row): TreeItem | Promise<TreeItem> | undefined {
    switch (row.kind) {
      case 'account':
        return accountItem(row);
      case 'group':
        return row.variants ? variantsItem(row, this.#isOpen(row, false)) : groupItem(row, this.#isOpen(row));
      case 'image':
        return imageItem(row, this.#documents.uriOf(row.accountId, row.image));
      case 'loadMore':
        return loadMoreItem(row);
      case 'info':
        return infoItem(row);
      case 'error':
        return describedItem(row);
    }
  }

  #isOpen({ id, alone, group }: GroupRow, usual = alone || group.images.length <= OPEN_AT_MOST): boolean {
    return this.#open.get(id) ?? usual;
  }
}

async function describedItem(row: ErrorRow): Promise<TreeItem> {
  return errorItem(row, await failureText(row.error));
}
