import { Disposable, window, type TreeView } from 'vscode';
import type { Accounts } from '../auth/accounts';
import type { Sessions } from '../session/sessions';
import { imagesSummary } from '../text/describeImages';
import type { ImagesTree } from './imagesTree';
import type { ImageRow, Row } from './rows';
import { ViewContext } from './viewState';

/** The view `conohaImages.images`: follows the sessions, says the filter, and keeps what was selected in sight. */
export class ImagesView {
  readonly #accounts: Accounts;
  readonly #sessions: Sessions;
  readonly #tree: ImagesTree;
  readonly #view: TreeView<Row>;
  readonly #context = new ViewContext();
  readonly #subscriptions: Disposable;
  readonly #first: NodeJS.Immediate;
  /** Ids of the accounts whose images have changed since the tree was last told; told once for all that happens in one turn. */
  readonly #pending = new Set<string>();
  /** The image that is selected alone: while the editor draws rows anew, its own answer may be that there is none. */
  #selected: ImageRow | undefined;
  /** The row that is being selected again where it stands now. */
  #moving: string | undefined;
  /** What stands beside the title and above the rows; nothing at first. */
  #summary = '';
  #message = '';

  /** @param report hears of what failed where nobody waits for it */
  constructor(
    accounts: Accounts,
    sessions: Sessions,
    tree: ImagesTree,
    private readonly report: (error: unknown) => void,
  ) {
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#tree = tree;
    this.#view = window.createTreeView<Row>('conohaImages.images', {
      treeDataProvider: tree,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#subscriptions = Disposable.from(
      this.#view,
      this.#view.onDidExpandElement(({ element }) => tree.remember(element, true)),
      this.#view.onDidCollapseElement(({ element }) => tree.remember(element, false)),
      this.#view.onDidChangeSelection(({ selection }) => {
        this.#noteSelected(selection);
        // What is selected again because its row has moved was chosen by nobody just now.
        if (selection[0]?.id !== this.#moving) this.#activate(selection).catch(report);
      }),
      sessions.onDidChange(({ session }) => this.#note(session.accountId)),
      accounts.onDidChange(() => this.#reload()),
    );
    // Nothing waits for this; the editor does wait for the extension's start.
    this.#first = setImmediate(() => this.#describe());
  }

  get selection(): readonly Row[] {
    return this.#view.selection;
  }

  get onDidChangeVisibility(): TreeView<Row>['onDidChangeVisibility'] {
    return this.#view.onDidChangeVisibility;
  }

  get visible(): boolean {
    return this.#view.visible;
  }

  /** Shows an image's row, wherever it stands now. One that goes while it is looked for is shown no more. */
  async reveal(accountId: string, key: string, focus: boolean): Promise<void> {
    const row = this.#tree.findRow(accountId, key);
    if (row === undefined) return;
    try {
      await this.#view.reveal(row, { select: true, focus });
    } catch (error) {
      // The editor knows rows only until they are others.
      if (this.#tree.findRow(accountId, key)?.id === row.id) throw error;
    }
  }

  dispose(): void {
    clearImmediate(this.#first);
    this.#subscriptions.dispose();
  }

  /** The account of the row selected last is what title actions and the palette mean. */
  async #activate([row]: readonly Row[]): Promise<void> {
    const { all, active } = this.#accounts;
    if (row === undefined || all.length < 2 || row.accountId === active?.id) return;
    await this.#accounts.setActive(row.accountId);
  }

  #reload(): void {
    this.#describe();
    this.#tree.refresh();
  }

  #note(accountId: string): void {
    if (this.#pending.size === 0) queueMicrotask(() => this.#tell());
    this.#pending.add(accountId);
  }

  #tell(): void {
    const accounts = [...this.#pending];
    this.#pending.clear();
    this.#describe();
    this.#tree.refreshAccounts(accounts);
    this.#keepSelected().catch(this.report);
  }

  #noteSelected(selection: readonly Row[]): void {
    const [row, ...others] = selection;
    if (row !== undefined) this.#selected = row.kind === 'image' && others.length === 0 ? row : undefined;
    // Nobody has deselected a row that is gone.
    else if (this.#selected !== undefined && this.#rowNow(this.#selected)?.id === this.#selected.id) {
      this.#selected = undefined;
    }
  }

  /** A row that now stands elsewhere is another one to the editor, which then selects nothing. */
  async #keepSelected(): Promise<void> {
    const row = this.#selected;
    if (row === undefined || !this.#view.visible) return;
    const now = this.#rowNow(row);
    if (now === undefined) this.#selected = undefined;
    if (now === undefined || now.id === row.id) return;
    this.#moving = now.id;
    try {
      await this.reveal(row.accountId, row.image.key, false);
    } finally {
      this.#moving = undefined;
    }
  }

  #rowNow({ accountId, image }: ImageRow): Row | undefined {
    return this.#tree.findRow(accountId, image.key);
  }

  /** The filter stands beside the title, which a narrow side bar cuts off, and above the rows. */
  #describe(): void {
    const { active } = this.#sessions;
    this.#context.update(this.#accounts, active);
    const single = this.#accounts.all.length === 1;
    const summary = single && active !== undefined ? imagesSummary(active.images) : '';
    // The editor shows welcome texts only where there is no message.
    const hasRows = active !== undefined && active.images.shown.length > 0;
    const message = hasRows ? summary : '';
    // To say the same again costs as much as to say something new.
    if (summary !== this.#summary) this.#view.description = summary;
    if (message !== this.#message) this.#view.message = message === '' ? undefined : message;
    this.#summary = summary;
    this.#message = message;
  }
}
