import {
  commands,
  env,
  l10n,
  ThemeIcon,
  window,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';
import type { Image } from '../api/image';
import { formatCount } from '../catalog/format';
import type { Session } from '../session/sessions';
import { describeError } from '../text/describeError';
import type { CommandContext } from './context';
import { imageItem } from './pickImages';
import { targetSession } from './targets';

interface FindItem extends QuickPickItem {
  /** None for the item that loads more. */
  readonly image?: Image;
}

/** Finds one of the loaded images by name, id or app, and shows its row. */
export async function findImage(context: CommandContext, row?: unknown): Promise<void> {
  const session = await targetSession(context, row);
  if (session === undefined) return;
  const pick = window.createQuickPick<FindItem>();
  pick.placeholder = l10n.t('Find a loaded image by name, ID or app');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const finder = new Finder(context, session, pick);
  const image = await finder.ask();
  if (image !== undefined) await show(context, session, image);
}

/** The open quick pick: its items follow the catalogue. */
class Finder {
  readonly #copy: QuickInputButton = { iconPath: new ThemeIcon('copy'), tooltip: l10n.t('Copy ID') };
  readonly #open: QuickInputButton = { iconPath: new ThemeIcon('json'), tooltip: l10n.t('Open JSON') };

  constructor(
    private readonly context: CommandContext,
    private readonly session: Session,
    private readonly pick: QuickPick<FindItem>,
  ) {}

  async ask(): Promise<Image | undefined> {
    const { images } = this.session;
    const subscription = images.onDidChange((change) => {
      if (change === 'images') this.#update();
    });
    try {
      return await new Promise<Image | undefined>((resolve) => {
        this.pick.onDidHide(() => resolve(undefined));
        this.pick.onDidTriggerItemButton(({ item, button }) => void this.#press(item, button));
        this.pick.onDidAccept(() => {
          const [item] = this.pick.activeItems;
          if (item === undefined) return;
          if (item.image === undefined) void this.#load(() => images.catalog.loadMore());
          else resolve(item.image);
        });
        this.pick.show();
        void this.#load(() => images.ensureStarted());
      });
    } finally {
      subscription.dispose();
      this.pick.dispose();
    }
  }

  async #load(load: () => Promise<void>): Promise<void> {
    this.pick.busy = true;
    try {
      await load();
      this.pick.title = undefined;
    } catch (error) {
      const { message, action } = describeError(error);
      this.pick.title = `${message} ${action}`;
    }
    this.pick.busy = false;
    this.#update();
  }

  #update(): void {
    const { catalog, loaded } = this.session.images;
    const buttons = [this.#copy, this.#open];
    const more: FindItem = {
      label: `$(chevron-down) ${l10n.t('Load more… ({0} loaded)', formatCount(loaded.length, 'en'))}`,
      alwaysShow: true,
    };
    this.pick.keepScrollPosition = true;
    this.pick.items = [
      ...loaded.map((image) => ({ ...imageItem(image), buttons })),
      ...(catalog.hasMore ? [more] : []),
    ];
  }

  async #press({ image }: FindItem, button: QuickInputButton): Promise<void> {
    if (image === undefined) return;
    if (button === this.#copy) {
      await env.clipboard.writeText(image.id);
      window.setStatusBarMessage(`$(copy) ${l10n.t('Copied the ID.')}`, 2000);
    } else {
      await open(this.context, this.session, image);
    }
    this.pick.hide();
  }
}

async function show(context: CommandContext, session: Session, image: Image): Promise<void> {
  if (session.images.shown.includes(image)) {
    await context.view.reveal(session.account, image.key, true);
    return;
  }
  await open(context, session, image);
  window.setStatusBarMessage(l10n.t('The filter hides this image in the list.'), 4000);
}

async function open({ documents }: CommandContext, { account }: Session, image: Image): Promise<void> {
  await commands.executeCommand('vscode.open', documents.uriOf(account, image), { preview: true });
}
