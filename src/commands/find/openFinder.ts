import { commands, QuickPickItemKind, ThemeIcon, type QuickInputButton, type QuickPick } from 'vscode';
import type { Image } from '../../api/images/image';
import { formatCount } from '../../base/format';
import { LEFT } from '../../base/left';
import { isTooLong } from '../../base/longest';
import * as LONGEST from '../../base/longestText';
import { ImageFinder } from '../../catalog/find/imageFinder';
import type { Session } from '../../session/sessions';
import { copyAsTexts } from '../../text/copyAsTexts';
import { describeError } from '../../text/describeError';
import { tooLongText } from '../../text/describeLength';
import { findTexts, type FindPurpose } from '../../text/findTexts';
import { findWords } from '../../text/findWords';
import { afterNextBox } from '../ask';
import { BoxBusy } from '../boxBusy';
import { BoxTitle } from '../boxTitle';
import { isForeseen } from '../caughtProblem';
import type { CommandContext } from '../context';
import { copyImages } from '../copyImages';
import { firstPageForBox } from '../firstPage';
import { restoreReportedText } from '../unreportedText';
import { problemItem } from '../valueItem';
import {
  allItems,
  foundItems,
  loadMorePickItem,
  moreFoundItem,
  nothingItem,
  type FindItem,
} from './findItems';
import { openFinders, type OpenBox } from './openFinders';

/** So many images are shown at once: more of them would take the editor seconds to draw. */
const MOST_SHOWN = 500;

/** While the box is open, so many images are loaded without being asked for. */
const LOADED_UNASKED = 1000;

/** The open quick pick: its items follow what is typed and the catalogue. The finding is done here, not by the editor. */
export class OpenFinder implements OpenBox {
  readonly #copy: QuickInputButton = { iconPath: new ThemeIcon('copy'), tooltip: findTexts.copyIdKey() };
  readonly #several: QuickInputButton = {
    iconPath: new ThemeIcon('checklist'),
    tooltip: findTexts.several(),
  };
  /** What hands an image to a command that asks on. */
  readonly #commands = new Map<QuickInputButton, string>([
    [{ iconPath: new ThemeIcon('clippy'), tooltip: copyAsTexts.copyAsMore() }, 'conohaImages.copyAs'],
    [{ iconPath: new ThemeIcon('insert'), tooltip: copyAsTexts.insertAsMore() }, 'conohaImages.insertAs'],
  ]);
  readonly #open: QuickInputButton = { iconPath: new ThemeIcon('json'), tooltip: findTexts.openJson() };
  readonly #closed = new AbortController();
  readonly #finder = new ImageFinder(findWords);
  readonly #title: BoxTitle;
  readonly #busy: BoxBusy;

  constructor(
    private readonly context: CommandContext,
    private readonly session: Session,
    private readonly pick: QuickPick<FindItem>,
    private readonly purpose: FindPurpose,
  ) {
    this.#title = new BoxTitle(pick, undefined);
    this.#busy = new BoxBusy(pick, this.#closed.signal);
    if (purpose !== 'show') pick.buttons = [this.#several];
  }

  async ask(): Promise<Image | 'several' | undefined> {
    const { images } = this.session;
    const subscription = images.onDidChange((change) => {
      if (change === 'images') void this.#handle(() => this.#update(true));
    });
    const leave = openFinders.enter(this);
    try {
      return await new Promise<Image | 'several' | undefined>((resolve) => {
        this.pick.onDidHide(() => resolve(undefined));
        this.pick.onDidChangeValue((typed) => {
          this.#title.typed(typed);
          void this.#handle(() => this.#update(false));
        });
        this.pick.onDidTriggerButton(() => resolve('several'));
        this.pick.onDidTriggerItemButton(({ item, button }) => {
          void this.#handle(() => this.#press(item, button));
        });
        this.pick.onDidAccept(() => void this.#handle(() => this.#accept(resolve)));
        this.#entitle();
        this.pick.show();
        void this.#handle(() => this.#load(() => this.#loadUnasked()));
      });
    } finally {
      leave();
      this.#closed.abort(LEFT);
      subscription.dispose();
      afterNextBox(() => this.pick.dispose());
    }
  }

  /** The box stays, so that another one can be copied. */
  async copyActive(): Promise<void> {
    const image = this.#chosen()?.image;
    if (image !== undefined) await this.#handle(() => this.#copyId(image));
  }

  async #copyId(image: Image): Promise<void> {
    const words = await copyImages(
      this.context,
      { images: [{ accountId: this.session.accountId, image }] },
      'id',
    );
    this.#title.say(words);
  }

  /** Enter may come before the editor has the items for what was typed: then the first of them is meant. */
  #chosen(): FindItem | undefined {
    const [active] = this.pick.activeItems;
    if (active !== undefined && this.pick.items.includes(active)) return active;
    return this.pick.items.find(({ kind }) => kind !== QuickPickItemKind.Separator);
  }

  async #accept(resolve: (image: Image) => void): Promise<void> {
    const item = this.#chosen();
    if (await restoreReportedText(this.pick)) this.#title.say(tooLongText(LONGEST.imageName));
    else if (item?.loadsMore === true) await this.#load(() => this.#loadMore());
    else if (item?.image !== undefined) resolve(item.image);
  }

  /** The first page, and more as far as that is no burden, for as long as the box is open. */
  async #loadUnasked(): Promise<void> {
    const { context, session } = this;
    const { signal } = this.#closed;
    await firstPageForBox(context, session, signal);
    const { catalog } = session.images;
    if (!catalog.hasMore || catalog.images.length >= LOADED_UNASKED) return;
    this.#update(true);
    await session.images.loadAll({
      signal,
      onProgress: () => this.#entitle(),
      goOn: () => Promise.resolve(false),
      askEvery: LOADED_UNASKED,
    });
  }

  /** Closing the box calls off what was asked for in it, unless somebody else waits for it as well. */
  async #loadMore(): Promise<void> {
    const { accountId, images } = this.session;
    this.context.accounts.askAgain(accountId);
    await images.loadMore(this.#closed.signal);
  }

  async #load(load: () => Promise<void>): Promise<void> {
    try {
      await this.#busy.during(load);
      this.#title.reset();
    } finally {
      if (!this.#closed.signal.aborted) this.#update(true);
    }
  }

  /** What is thrown on the way is said, and the box lives on. */
  async #handle(work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isForeseen(error)) this.context.log.report(error);
      if (this.#closed.signal.aborted) return;
      const { message, action } = describeError(error);
      this.#title.say(`${message} ${action}`);
    }
  }

  /** How many images there are to look through. */
  #entitle(): void {
    const { catalog, loaded } = this.session.images;
    const count = catalog.started
      ? `${formatCount(loaded.length)}${catalog.isComplete ? '' : '+'}`
      : undefined;
    this.#title.change(findTexts.title(this.purpose, count));
  }

  #update(keepScrollPosition: boolean): void {
    this.#entitle();
    if (isTooLong(this.pick.value, LONGEST.imageName)) {
      this.pick.items = [problemItem({ kind: 'tooLong', most: LONGEST.imageName })];
      return;
    }
    const { catalog, loaded } = this.session.images;
    const { images, more } = this.#finder.find(loaded, this.pick.value, MOST_SHOWN);
    this.pick.keepScrollPosition = keepScrollPosition;
    const goneTo = keepScrollPosition ? this.#goneTo : undefined;
    const isNothing = catalog.started && !catalog.hasMore && images.length === 0;
    this.pick.items = [
      ...(isNothing ? [nothingItem(this.session.images)] : []),
      ...this.#rowsOf(images),
      ...(more > 0 ? [moreFoundItem(more)] : []),
      ...(catalog.hasMore ? [loadMorePickItem(loaded.length)] : []),
    ];
    // The editor goes back to the first of new rows, and Enter or a copy would mean another image than a moment ago.
    const row = goneTo && this.pick.items.find(({ image }) => image?.key === goneTo.key);
    if (row !== undefined) this.pick.activeItems = [row];
  }

  /** The image that somebody has gone to, past the first one. */
  get #goneTo(): Image | undefined {
    const [active] = this.pick.activeItems;
    const first = this.pick.items.find(({ kind }) => kind !== QuickPickItemKind.Separator);
    return active === first ? undefined : active?.image;
  }

  #rowsOf(images: readonly Image[]): readonly FindItem[] {
    const { settings, marks } = this.context;
    const { accountId } = this.session;
    const rows = { settings, buttons: [this.#copy, ...this.#commands.keys(), this.#open] };
    if (this.pick.value.trim() !== '') return foundItems(images, rows);
    const own = { favourites: marks.favourites(accountId), copied: marks.copied(accountId) };
    return allItems(images, this.session.images.loaded, own, rows);
  }

  async #press({ image }: FindItem, button: QuickInputButton): Promise<void> {
    if (image === undefined) return;
    if (button === this.#copy) {
      await this.#copyId(image);
      return;
    }
    const { accountId } = this.session;
    const command = this.#commands.get(button);
    if (command !== undefined) {
      afterNextBox(() => this.pick.hide());
      await commands.executeCommand(command, this.context.documents.uriOf(accountId, image));
      return;
    }
    await this.context.documents.open(accountId, image, { preview: true });
    this.pick.hide();
  }
}
