import {
  EventEmitter,
  l10n,
  type CancellationToken,
  type ProviderResult,
  TreeItem,
  type TreeDataProvider,
} from 'vscode';
import type { Accounts } from '../auth/accounts';
import type { Subscription } from '../base/emitter';
import { formatCount } from '../base/format';
import type { ImageDocuments } from '../documents/imageDocuments';
import type { Session, Sessions } from '../session/sessions';
import { imagesSummary } from '../text/describeImages';
import { AccountRows } from './accountRows';
import { imageHover } from './imageHover';
import type { AccountRow, GroupRow, Row } from './rows';
import {
  accountItem,
  errorItem,
  groupItem,
  imageItem,
  infoItem,
  loadMoreItem,
  variantsItem,
} from './treeItems';

/** A group of at most so many rows is open when it first appears. */
const OPEN_AT_MOST = 50;

/** The images of all accounts as rows. With one account its groups are the root; with several, each is a root row. */
export class ImagesTree implements TreeDataProvider<Row> {
  readonly #accounts: Accounts;
  readonly #sessions: Sessions;
  readonly #documents: ImageDocuments;
  readonly #changed = new EventEmitter<Row | readonly Row[] | undefined>();
  readonly #rows = new Map<string, AccountRows>();
  /** Whether the user has opened or closed a group, by row id. */
  readonly #open = new Map<string, boolean>();
  /** What the rows of accounts say beside their names, by account. */
  readonly #said = new Map<string, string>();

  readonly #closings: Subscription;

  readonly onDidChangeTreeData = this.#changed.event as TreeDataProvider<Row>['onDidChangeTreeData'];

  constructor(accounts: Accounts, sessions: Sessions, documents: ImageDocuments) {
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#documents = documents;
    this.#closings = sessions.onDidClose((accountId) => this.#forget(accountId));
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row === undefined) return this.#roots();
    if (row.kind === 'account') return [...(await this.#under(row.accountId))];
    return row.kind === 'group' ? [...this.#rowsOf(row.accountId).serveBelow(row, this.#isFolded(row))] : [];
  }

  getParent(row: Row): Row | undefined {
    return row.parent;
  }

  getTreeItem(row: Row): TreeItem {
    const session = this.#sessions.of(row.accountId);
    switch (row.kind) {
      case 'image':
        return imageItem(row, this.#documents.uriOf(row.accountId, row.image));
      case 'account':
        return this.#accountItem(row, session);
      case 'error':
        return errorItem(row);
      case 'info':
        return infoItem(row);
      case 'group':
      case 'loadMore':
        // The account was signed out while the editor was still asking: the row is about to go.
        if (session === undefined) return new TreeItem('');
        return row.kind === 'group' ? this.#groupItem(row, session) : loadMoreItem(row, session);
    }
  }

  resolveTreeItem(item: TreeItem, row: Row, token: CancellationToken): ProviderResult<TreeItem> {
    if (row.kind !== 'image' || token.isCancellationRequested) return item;
    item.tooltip = imageHover(row.image);
    return item;
  }

  /** The whole tree is asked for anew. */
  refresh(): void {
    this.#changed.fire(undefined);
  }

  /** Only the rows of these accounts that are no longer what the editor shows. @param changed ids of accounts */
  refreshAccounts(changed: readonly string[]): void {
    const stale = changed.map((accountId) => this.#staleRows(accountId));
    const rows = stale.flatMap((found) => found ?? []);
    if (stale.includes(undefined)) this.refresh();
    else if (rows.length > 0) this.#changed.fire(rows);
  }

  remember(row: Row, open: boolean): void {
    this.#open.set(row.id, open);
  }

  /** The row of an image where it is shown now. */
  findRow(accountId: string, key: string): Row | undefined {
    const session = this.#sessions.of(accountId);
    if (session === undefined) return undefined;
    const rows = this.#rowsOf(accountId);
    const search = (candidates: readonly Row[]): Row | undefined => {
      for (const row of candidates) {
        if (row.kind === 'image' && row.image.key === key) return row;
        if (row.kind !== 'group' || !row.group.images.some((image) => image.key === key)) continue;
        return search(rows.below(row, this.#isFolded(row)));
      }
      return undefined;
    };
    return search(rows.top(session));
  }

  dispose(): void {
    this.#closings.dispose();
    this.#changed.dispose();
  }

  /** What was made of an account's images goes with them; whether its groups were open, with the account. */
  #forget(accountId: string): void {
    this.#rows.delete(accountId);
    this.#said.delete(accountId);
    if (this.#accounts.get(accountId) !== undefined) return;
    for (const id of this.#open.keys()) if (id.startsWith(`${accountId}/`)) this.#open.delete(id);
  }

  /** `undefined` for everything. */
  #staleRows(accountId: string): readonly Row[] | undefined {
    const session = this.#sessions.of(accountId);
    const rows = this.#rowsOf(accountId);
    const stale = session === undefined ? undefined : rows.stale(session);
    if (rows.root === undefined) return stale;
    // An account's row says its filter and its counts.
    const said = this.#said.get(accountId);
    const same = said === undefined || said === this.#accountDescription(accountId, session);
    return stale !== undefined && same ? stale : [rows.root];
  }

  async #roots(): Promise<Row[]> {
    const { all } = this.#accounts;
    const [first] = all;
    if (first === undefined) return [];
    if (all.length > 1) return all.map(({ id }) => this.#accountRow(id));
    return this.#accounts.isSignedIn(first.id) ? [...(await this.#under(first.id))] : [];
  }

  async #under(accountId: string): Promise<readonly Row[]> {
    const session = this.#sessions.of(accountId);
    if (session === undefined) return [this.#rowsOf(accountId).info('signedOut')];
    if (session.images.catalog.failure === undefined) {
      // A failure is kept by the catalogue and has a row of its own.
      await session.images.ensureStarted().catch(() => undefined);
      // The account may have been signed out or removed meanwhile.
      if (this.#sessions.of(accountId) !== session) return [];
    }
    return this.#rowsOf(accountId).serve(session);
  }

  #isFolded({ accountId }: GroupRow): boolean {
    return this.#sessions.of(accountId)?.images.view.folded ?? false;
  }

  #groupItem(row: GroupRow, { images }: Session): TreeItem {
    const { group } = row;
    if (row.variants) return variantsItem(row, this.#open.get(row.id) ?? false);
    const more = images.catalog.hasMore ? '+' : '';
    const count = `${formatCount(group.images.length, 'en')}${more}`;
    const small = images.groups.length === 1 || group.images.length <= OPEN_AT_MOST;
    const open = this.#open.get(row.id) ?? small;
    return groupItem(row, images.view.grouping, count, open);
  }

  #accountItem(row: AccountRow, session: Session | undefined): TreeItem {
    const account = this.#accounts.get(row.accountId);
    // The account was removed while the editor was still asking: the row is about to go.
    if (account === undefined) return new TreeItem('');
    const description = this.#accountDescription(row.accountId, session);
    this.#said.set(row.accountId, description);
    return accountItem(row, account, description, session);
  }

  #accountDescription(accountId: string, session: Session | undefined): string {
    const active = this.#accounts.active?.id === accountId ? l10n.t('active') : '';
    const filter = session === undefined ? '' : imagesSummary(session.images);
    return [active, filter].filter((part) => part !== '').join(' · ');
  }

  #accountRow(accountId: string): AccountRow {
    return this.#rowsOf(accountId).root ?? rootRow(accountId);
  }

  #rowsOf(accountId: string): AccountRows {
    const several = this.#accounts.all.length > 1;
    const rows = this.#rows.get(accountId);
    if (rows !== undefined && (rows.root !== undefined) === several) return rows;
    const fresh = new AccountRows(accountId, several ? rootRow(accountId) : undefined);
    this.#rows.set(accountId, fresh);
    return fresh;
  }
}

function rootRow(accountId: string): AccountRow {
  return { kind: 'account', id: accountId, accountId, parent: undefined };
}
