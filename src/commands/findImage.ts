import { ThemeIcon, window, type QuickInputButton, type QuickPick, type QuickPickItem } from 'vscode';
import type { Image } from '../api/images/image';
import { LEFT } from '../base/left';
import { isTooLong, LONGEST } from '../base/longest';
import { findImages } from '../catalog/find';
import { formatCount } from '../base/format';
import type { AccountImages } from '../session/accountImages';
import type { Session } from '../session/sessions';
import { describeError } from '../text/describeError';
import { tooLongText } from '../text/describeLength';
import { findTexts } from '../text/findTexts';
import { BoxBusy } from './boxBusy';
import { BoxTitle } from './boxTitle';
import { isForeseen } from './caughtProblem';
import type { CommandContext } from './context';
import { copy } from './copy';
import { firstPageForBox } from './firstPage';
import { imageItems } from './imageItems';
import { nothingWords } from './nothingWords';
import { targetSession } from './targets';
import { problemItem } from './valueItem';
import { restoreReportedText } from './unreportedText';

/** So many images are shown at once: more of them would take the editor seconds to draw. */
const MOST_SHOWN = 500;

/** An image, the way to more of them, or a word about those that are not shown. */
interface FindItem extends QuickPickItem {
  readonly image?: Image;
  readonly loadsMore?: true;
}

/** Finds one of the loaded images by name, id or app, and shows its row. */
export async function findImage(context: CommandContext, row?: unknown): Promise<void> {
  const session = await targetSession(context, row);
  if (session === undefined) return;
  const pick = window.createQuickPick<FindItem>();
  pick.placeholder = findTexts.placeholder();
  const finder = new Finder(context, session, pick);
  const image = await finder.ask();
  if (image !== undefined) await show(context, session, image);
}

/** The open quick pick: its items follow what is typed and the catalogue. The finding is done here, not by the editor. */
class Finder {
  readonly #copy: QuickInputButton = { iconPath: new ThemeIcon('copy'), tooltip: findTexts.copyId() };
  readonly #closed = new AbortController();
  readonly #title: BoxTitle;
  readonly #busy: BoxBusy;
  readonly #open: QuickInputButton = { iconPath: new ThemeIcon('json'), tooltip: findTexts.openJson() };

  constructor(
    private readonly context: CommandContext,
    private readonly session: Session,
    private readonly pick: QuickPick<FindItem>,
  ) {
    this.#title = new BoxTitle(pick, undefined);
    this.#busy = new BoxBusy(pick, this.#closed.signal);
  }

  async ask(): Promise<Image | undefined> {
    const { images } = this.session;
    const subscription = images.onDidChange((change) => {
      if (change === 'images') void this.#handle(() => this.#update(true));
    });
    try {
      return await new Promise<Image | undefined>((resolve) => {
        this.pick.onDidHide(() => resolve(undefined));
        this.pick.onDidChangeValue((typed) => {
          this.#title.typed(typed);
          void this.#handle(() => this.#update(false));
        });
        this.pick.onDidTriggerItemButton(({ item, button }) => {
          void this.#handle(() => this.#press(item, button));
        });
        this.pick.onDidAccept(() => void this.#handle(() => this.#accept(resolve)));
        this.pick.show();
        const { context, session } = this;
        void this.#handle(() => this.#load(() => firstPageForBox(context, session, this.#closed.signal)));
      });
    } finally {
      this.#closed.abort(LEFT);
      subscription.dispose();
      this.pick.dispose();
    }
  }

  /** Enter may come before the editor has the items for what was typed: then the first of them is meant. */
  #chosen(): FindItem | undefined {
    const [active] = this.pick.activeItems;
    return active !== undefined && this.pick.items.includes(active) ? active : this.pick.items[0];
  }

  async #accept(resolve: (image: Image) => void): Promise<void> {
    const item = this.#chosen();
    if (await restoreReportedText(this.pick)) this.#title.say(tooLongText(LONGEST.imageName));
    else if (item?.loadsMore === true) await this.#load(() => this.#loadMore());
    else if (item?.image !== undefined) resolve(item.image);
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

  #update(keepScrollPosition: boolean): void {
    if (isTooLong(this.pick.value, LONGEST.imageName)) {
      this.pick.items = [problemItem({ kind: 'tooLong', most: LONGEST.imageName })];
      return;
    }
    const { catalog, loaded } = this.session.images;
    const { images, more } = findImages(loaded, this.pick.value, MOST_SHOWN);
    const buttons = [this.#copy, this.#open];
    this.pick.keepScrollPosition = keepScrollPosition;
    // The editor would leave out what matches by another width or in another order of words.
    const isNothing = catalog.started && !catalog.hasMore && images.length === 0;
    this.pick.items = [
      ...(isNothing ? [nothingItem(this.session.images)] : []),
      ...imageItems(images, this.context.settings).map((item) => ({ ...item, buttons, alwaysShow: true })),
      ...(more > 0 ? [moreFoundItem(more)] : []),
      ...(catalog.hasMore ? [loadMorePickItem(loaded.length)] : []),
    ];
  }

  async #press({ image }: FindItem, button: QuickInputButton): Promise<void> {
    if (image === undefined) return;
    if (button === this.#copy) {
      await copy(this.context, { images: [{ accountId: this.session.accountId, image }] }, 'id');
    } else {
      await open(this.context, this.session, image);
    }
    this.pick.hide();
  }
}

function moreFoundItem(count: number): FindItem {
  const words = findTexts.moreMatches(formatCount(count));
  return { label: `$(ellipsis) ${words}`, alwaysShow: true };
}

/** Said where there is nothing to choose, and nothing more to come. */
function nothingItem(images: AccountImages): FindItem {
  // The images that are looked through are those that the server was asked for, whatever is filtered here.
  const isAskedFor = Object.keys(images.catalog.query).length > 0;
  const words = images.loaded.length === 0 ? nothingWords(images, isAskedFor) : findTexts.noMatch();
  return { label: `$(info) ${words}`, alwaysShow: true };
}

function loadMorePickItem(loaded: number): FindItem {
  const words = findTexts.loadMore(formatCount(loaded));
  return { label: `$(chevron-down) ${words}`, alwaysShow: true, loadsMore: true };
}

async function show(context: CommandContext, session: Session, image: Image): Promise<void> {
  if (session.images.shown.some(({ key }) => key === image.key)) {
    await context.view.reveal(session.accountId, image.key, true);
    return;
  }
  await open(context, session, image);
  window.setStatusBarMessage(findTexts.hidden(), 4000);
}

async function open({ documents }: CommandContext, { accountId }: Session, image: Image): Promise<void> {
  await documents.open(accountId, image, { preview: true });
}
