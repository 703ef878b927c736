import { EventEmitter, type CancellationToken, TreeItem, type TreeDataProvider } from 'vscode';
import type { Accounts } from '../auth/accounts';
import type { Subscription } from '../base/emitter';
import { inTime } from '../base/inTime';
import { Later } from '../base/later';
import { unawaited } from '../base/unawaited';
import type { ImageDocuments } from '../documents/imageDocuments';
import type { AccountImages } from '../session/accountImages';
import type { ImageMarks } from '../session/imageMarks';
import type { Sessions } from '../session/sessions';
import type { Settings } from '../session/settings';
import { failureText } from '../text/failureText';
import type * as drawing from './drawing';
import { isOpenAtFirst } from './isOpenAtFirst';
import type { ErrorRow, GroupRow, ImageRow, Row, RowLook } from './rows';
import type { RowSource, TreeRows } from './treeRows';

/** Milliseconds for which the rows of all accounts wait for one of them. */
const PATIENCE_MS = 300;

type Items = typeof drawing;

interface Drawing {
  readonly items: Items;
  readonly rows: TreeRows;
}

/** The rows for the editor, which knows them by their ids. */
export class ImagesTree implements TreeDataProvider<string> {
  readonly #accounts: Accounts;
  readonly #sessions: Sessions;
  readonly #documents: ImageDocuments;
  readonly #drawing: Later<Drawing>;
  readonly #changed = new EventEmitter<string | string[] | undefined>();
  readonly #drawn = new EventEmitter<void>();
  /** Whether the user has opened or closed a group, by row id. */
  readonly #open = new Map<string, boolean>();
  readonly #closings: Subscription;
  readonly #settings: Subscription;
  readonly #marks: ImageMarks;
  readonly #marking: Subscription;
  #look: RowLook;

  readonly onDidChangeTreeData = this.#changed.event;
  /** The editor has asked for rows for the first time. */
  readonly onDidBegin = this.#drawn.event;

  /** @param report hears of rows that would have had the same id */
  constructor(
    accounts: Accounts,
    sessions: Sessions,
    documents: ImageDocuments,
    settings: Settings,
    marks: ImageMarks,
    report: (error: unknown) => void,
  ) {
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#documents = documents;
    this.#drawing = new Later(async () => {
      const items = await import('./drawing');
      const rows = new items.TreeRows(this.#source(items, report));
      // What else is said of images is known from now on, too.
      setImmediate(() => this.#drawn.fire());
      return { items, rows };
    });
    this.#marks = marks;
    this.#marking = marks.onDidChange((accountId) => this.refreshAccounts([accountId]));
    this.#look = lookOf(settings);
    this.#settings = settings.onDidChange(() => {
      this.#look = lookOf(settings);
      this.refreshAccounts();
    });
    this.#closings = sessions.onDidClose((accountId) => this.#forget(accountId));
  }

  async getChildren(id?: string): Promise<string[]> {
    // Beside the request, which takes longer.
    unawaited(this.#drawing.get());
    const above = id ?? this.#onlyAccount();
    const hasOthers = id !== undefined;
    if (above !== undefined && !(await this.#hasBegun(above, hasOthers))) return [];
    const { rows } = await this.#drawing.get();
    return rows.give(id).map((row) => row.id);
  }

  getParent(id: string): string | undefined {
    return this.#rows?.row(id)?.parent;
  }

  getTreeItem(id: string): TreeItem | Promise<TreeItem> {
    const drawing = this.#drawing.now;
    const row = drawing?.rows.row(id);
    const item = row && drawing && this.#itemOf(row, drawing.items);
    if (item !== undefined) return item;
    // It has gone while the editor was still asking.
    const gone = new TreeItem('');
    gone.id = id;
    return gone;
  }

  async resolveTreeItem(item: TreeItem, id: string, token: CancellationToken): Promise<TreeItem> {
    const { accountHover, hoveredIn, imageHover, linesOf } = await import('./hovers');
    const row = token.isCancellationRequested ? undefined : this.rowOf(id);
    const images = row && this.#sessions.of(row.accountId)?.images;
    const hovered = row && hoveredIn(row);
    if (hovered !== undefined && images !== undefined) {
      const lines = linesOf(images.loaded, images.isWhole);
      item.tooltip = imageHover({ ...hovered, lines });
    }
    const account = row?.kind === 'account' ? this.#accounts.get(id) : undefined;
    if (account !== undefined) {
      item.tooltip = await accountHover(account, this.#sessions.of(id)?.images, token);
    }
    return item;
  }

  /** What is said of an account's images as a whole; nothing before the editor has asked for rows. */
  summaryOf(images: AccountImages): string | undefined {
    return this.#drawing.now?.items.imagesSummary(images);
  }

  /** The row of an id that the editor knows; `undefined` where it is gone. */
  rowOf(id: string): Row | undefined {
    return this.#rows?.row(id);
  }

  /** The row of an image where it is shown now. @param key the image's */
  findRow(accountId: string, key: string): ImageRow | undefined {
    return this.#rows?.imageRow(accountId, key);
  }

  /** Only the rows that are no longer what the editor shows. @param changed ids of accounts; without them, of all */
  refreshAccounts(changed: Iterable<string> = this.#accounts.all.map(({ id }) => id)): void {
    const rows = this.#rows;
    // The editor has asked for none yet.
    if (rows === undefined) return;
    const stale = rows.stale(new Set(changed));
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
    this.#settings.dispose();
    this.#marking.dispose();
    this.#changed.dispose();
    this.#drawn.dispose();
  }

  /** What was made of an account's images goes with them; whether its groups were open, with the account. */
  #forget(accountId: string): void {
    this.#rows?.forget(accountId);
    this.refresh();
    if (this.#accounts.get(accountId) !== undefined) return;
    unawaited(this.#marks.forget(accountId));
    for (const id of this.#open.keys()) if (id.startsWith(`${accountId}/`)) this.#open.delete(id);
  }

  get #rows(): TreeRows | undefined {
    return this.#drawing.now?.rows;
  }

  #source(items: Items, report: (error: unknown) => void): RowSource {
    const accounts = this.#accounts;
    const sessions = this.#sessions;
    return {
      accountRows: () => {
        const active = accounts.active?.id;
        return accounts.all.map((account) =>
          items.accountRow(account, account.id === active, sessions.of(account.id)),
        );
      },
      sessionOf: (accountId) => sessions.of(accountId),
      favourites: (accountId) => this.#marks.favouriteSet(accountId),
      look: () => this.#look,
      onRepeated: (id) => report(new Error(`Two rows of the tree have the id ${JSON.stringify(id)}.`)),
    };
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

  #itemOf(row: Row, items: Items): TreeItem | Promise<TreeItem> | undefined {
    switch (row.kind) {
      case 'account':
        return items.accountItem(row);
      case 'group':
        return row.variants === undefined
          ? items.groupItem(row, this.#isOpen(row))
          : items.variantsItem(row, row.variants, this.#isOpen(row, false));
      case 'image':
        return items.imageItem(row, this.#documents.uriOf(row.accountId, row.image));
      case 'loadMore':
        return items.loadMoreItem(row);
      case 'info':
        return items.infoItem(row);
      case 'error':
        return describedItem(row, items);
    }
  }

  #isOpen(row: GroupRow, usual = isOpenAtFirst(row)): boolean {
    return this.#open.get(row.id) ?? usual;
  }
}

function lookOf(settings: Settings): RowLook {
  return {
    style: settings.labelStyle(),
    details: settings.rowDetails(),
    distributionIcons: settings.distributionIcons(),
  };
}

async function describedItem(row: ErrorRow, items: Items): Promise<TreeItem> {
  return items.errorItem(row, await failureText(row.error));
}
