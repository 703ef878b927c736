import { window } from 'vscode';
import type { Image } from '../../api/images/image';
import type { Session } from '../../session/sessions';
import { findTexts, type FindPurpose } from '../../text/findTexts';
import type { CommandContext } from '../context';
import { targetSession } from '../targets';
import type { FindItem } from './findItems';
import { OpenFinder } from './openFinder';
import { openFinders } from './openFinders';

/** Finds one of the images, which go on loading meanwhile, and shows its row. */
export async function findImage(context: CommandContext, row?: unknown): Promise<void> {
  const session = await targetSession(context, row);
  if (session === undefined) return;
  const image = await foundImage(context, session, 'show');
  if (image !== undefined && image !== 'several') await show(context, session, image);
}

/** Copies the id of the image that is active in the open box, which stays open. Without one it does nothing. */
export async function copyFound(): Promise<void> {
  await openFinders.last?.copyActive();
}

/**
 * Lets somebody find an image.
 * @returns `several` where they want to choose several; `undefined` where they gave up
 */
export async function foundImage(
  context: CommandContext,
  session: Session,
  purpose: FindPurpose,
): Promise<Image | 'several' | undefined> {
  const pick = window.createQuickPick<FindItem>();
  // While more is loaded rows come and go, with the one from which somebody has come.
  pick.ignoreFocusOut = true;
  pick.placeholder = findTexts.placeholder(purpose);
  return new OpenFinder(context, session, pick, purpose).ask();
}

async function show(context: CommandContext, session: Session, image: Image): Promise<void> {
  const { accountId, images } = session;
  if (images.shown.some(({ key }) => key === image.key)) {
    await context.view.reveal(accountId, image.key, true);
    return;
  }
  await context.documents.open(accountId, image, { preview: true });
  window.setStatusBarMessage(findTexts.hidden(), 4000);
}
