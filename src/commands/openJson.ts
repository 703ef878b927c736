import { commands, ProgressLocation, window } from 'vscode';
import { formatCount } from '../base/format';
import { jsonTexts } from '../text/jsonTexts';
import type { CommandContext } from './context';
import { firstPage } from './firstPage';
import { targetImages, targetSession, type TargetImage } from './targets';

/** So many documents open without a question; each is a tab of its own. */
const MOST_UNASKED = 10;

/** Opens what the server sent for images, a tab each. @param args as for `targetImages` */
export async function openJson(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const target = await targetImages(context, args, {
    title: jsonTexts.title(),
    placeholder: jsonTexts.select(),
    many: false,
  });
  if (target === undefined) return;
  const { images } = target;
  const open = async ({ accountId, image }: TargetImage): Promise<void> => {
    // Several at once are meant to stay side by side, not to replace one another.
    await context.documents.open(accountId, image, { preview: images.length === 1 });
  };
  if (images.length > MOST_UNASKED) await openMany(images, open);
  else for (const image of images) await open(image);
}

/** Asks first, and can be called off while tab after tab opens. */
async function openMany(
  images: readonly TargetImage[],
  open: (image: TargetImage) => Promise<void>,
): Promise<void> {
  const count = formatCount(images.length);
  const openAll = jsonTexts.openAll(count);
  const answer = await window.showWarningMessage(
    jsonTexts.askToOpen(count),
    { modal: true, detail: jsonTexts.inTabs() },
    openAll,
  );
  if (answer !== openAll) return;
  const title = jsonTexts.opening(count);
  await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (_progress, token) => {
      for (const image of images) if (!token.isCancellationRequested) await open(image);
    },
  );
}

/** Opens all that is loaded as one document. @param row id of a row, or of an account */
export async function openListJson(context: CommandContext, row?: unknown): Promise<void> {
  const session = await targetSession(context, row);
  if (session === undefined) return;
  await firstPage(context, session);
  await commands.executeCommand('vscode.open', context.documents.listUriOf(session.accountId), {
    preview: false,
  });
}
