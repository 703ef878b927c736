import { setImmediate as nextTurn } from 'node:timers/promises';
import { Disposable, type TreeView } from 'vscode';
import type { Accounts } from '../auth/accounts';
import type { Sessions } from '../session/sessions';
import type { ImagesTree } from './imagesTree';
import { isRemainder } from './remainder';
import { accountIdIn, type Row } from './rows';
import { ViewContext, viewStateOf } from './viewState';

/** An image's row that is selected alone. */
interface SelectedImage {
  readonly id: string;
  readonly accountId: string;
  readonly key: string;
}

/** The view `conohaImages.images`: follows the sessions, says the filter, and keeps what was selected in sight. */
export class ImagesView {
  readonly #accounts: Accounts;
  readonly #sessions: Sessions;
  readonly #tree: ImagesTree;
  readonly #view: TreeView<string>;
  readonly #context = new ViewContext();
  readonly #subscriptions: Disposable;
  /** Ids of the accounts that have changed since the tree was last refreshed. */
  readonly #changed = new Set<string>();
  #refreshing: NodeJS.Immediate | undefined;
  /** The image that is selected alone: while the editor draws rows anew, its own answer may be that there is none. */
  #selected: SelectedImage | undefined;
  /** The ids that were selected last. */
  #selection: readonly string[] = [];
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
    view: TreeView<string>,
    private readonly report: (error: unknown) => void,
  ) {
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#tree = tree;
    this.#view = view;
    this.#subscriptions = Disposable.from(
      this.#view.onDidExpandElement(({ element }) => tree.remember(element, true)),
      this.#view.onDidCollapseElement(({ element }) => tree.remember(element, false)),
      this.#view.onDidChangeSelection(({ selection }) => {
        this.#noteSelected(selection);
        const isChosen = this.#isChosen(selection);
        this.#selection = selection;
        if (isChosen) this.#activate(selection).catch(report);
      }),
      sessions.onDidChange(({ session }) => this.#refreshSoon([session.accountId])),
      sessions.onDidClose((accountId) => {
        if (this.#selected?.accountId === accountId) this.#selected = undefined;
      }),
      tree.onDidBegin(() => this.#describe()),
      accounts.onDidChange(() => {
        this.#describe();
        this.#refreshSoon(accounts.all.map(({ id }) => id));
      }),
    );
    this.#describe();
  }

  get selection(): readonly Row[] {
    return this.#view.selection.map((id) => this.rowOf(id)).filter((row) => row !== undefined);
  }

  /** The row that a command was called with, when it was called from the tree; `undefined` when it is gone. */
  rowOf(argument: unknown): Row | undefined {
    return typeof argument === 'string' ? this.#tree.rowOf(argument) : undefined;
  }

  get onDidChangeVisibility(): TreeView<string>['onDidChangeVisibility'] {
    return this.#view.onDidChangeVisibility;
  }

  get visible(): boolean {
    return this.#view.visible;
  }

  /** Shows an image's row, wherever it stands now. One that goes while it is looked for is shown no more. */
  async reveal(accountId: string, key: string, focus: boolean): Promise<void> {
    await this.#told();
    const row = this.#tree.findRow(accountId, key);
    if (row === undefined) return;
    try {
      await this.#view.reveal(row.id, { select: true, focus });
    } catch (error) {
      // The editor knows rows only until they are others.
      if (this.#tree.findRow(accountId, key)?.id === row.id) throw error;
    }
  }

  /** Shows the row of an account, which only one of several has, and goes on from there. */
  async revealAccount(accountId: string): Promise<void> {
    if (this.#accounts.all.length < 2) return;
    await this.#told();
    await this.#view.reveal(accountId, { select: true, focus: true });
  }

  /** The editor finds a row only once it was told of it. */
  async #told(): Promise<void> {
    if (this.#refreshing !== undefined) await nextTurn();
  }

  dispose(): void {
    clearImmediate(this.#refreshing);
    this.#subscriptions.dispose();
  }

  /**
   * Whether a person has selected these. What is selected again because its row has moved was chosen by nobody just now,
   * nor was what is left because others that were selected with it are gone.
   */
  #isChosen(selection: readonly string[]): boolean {
    if (selection[0] === this.#moving) return false;
    return !isRemainder(this.#selection, selection, (id) => this.rowOf(id) !== undefined);
  }

  /** The account of the row selected last is what title actions and the palette mean. */
  async #activate([id]: readonly string[]): Promise<void> {
    const { all, active } = this.#accounts;
    const accountId = accountIdIn(id);
    if (accountId === undefined || all.length < 2 || accountId === active?.id) return;
    await this.#accounts.setActive(accountId);
  }

  /**
   * Once for all that happens in one turn, and not before the editor has taken note of the rows that it was given in
   * this one: it passes over those it does not know.
   */
  #refreshSoon(accounts: readonly string[]): void {
    for (const accountId of accounts) this.#changed.add(accountId);
    this.#refreshing ??= setImmediate(() => this.#refresh());
  }

  #refresh(): void {
    const accounts = [...this.#changed];
    this.#changed.clear();
    this.#refreshing = undefined;
    this.#describe();
    this.#tree.refreshAccounts(accounts);
    this.#keepSelected().catch(this.report);
  }

  #noteSelected([id, ...others]: readonly string[]): void {
    const row = this.rowOf(id);
    if (id !== undefined) this.#selected = others.length === 0 ? imageOf(row) : undefined;
    // Nobody has deselected a row that is gone.
    else if (this.#selected !== undefined && this.#idNow(this.#selected) === this.#selected.id) {
      this.#selected = undefined;
    }
  }

  /** A row that now stands elsewhere is another one to the editor, which then selects nothing. */
  async #keepSelected(): Promise<void> {
    const selected = this.#selected;
    if (selected === undefined || !this.#view.visible) return;
    const id = this.#idNow(selected);
    if (id === undefined) this.#selected = undefined;
    if (id === undefined || id === selected.id) return;
    this.#moving = id;
    try {
      await this.reveal(selected.accountId, selected.key, false);
    } finally {
      this.#moving = undefined;
    }
  }

  #idNow({ accountId, key }: SelectedImage): string | undefined {
    return this.#tree.findRow(accountId, key)?.id;
  }

  /** The filter stands beside the title, which a narrow side bar cuts off, and above the rows. */
  #describe(): void {
    const active = this.#sessions.ofActive();
    this.#context.update(this.#accounts, active);
    const single = this.#accounts.all.length === 1;
    const summary = single && active !== undefined ? (this.#tree.summaryOf(active.images) ?? '') : '';
    // The editor shows welcome texts only where there is no message. Where nothing matches, rows lead on, and the message
    // says what was asked for.
    const state = viewStateOf(active);
    const message = state === 'ready' || state === 'noMatch' ? summary : '';
    // To say the same again costs as much as to say something new.
    if (summary !== this.#summary) this.#view.description = summary;
    if (message !== this.#message) this.#view.message = message === '' ? undefined : message;
    this.#summary = summary;
    this.#message = message;
  }
}

function imageOf(row: Row | undefined): SelectedImage | undefined {
  return row?.kind === 'image' ? { id: row.id, accountId: row.accountId, key: row.image.key } : undefined;
}
