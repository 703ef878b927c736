import type { FindPurpose } from '../text/findTexts';
import type { CommandContext } from './context';
import { foundImage } from './find/findImage';
import { pickImages, type ImagesQuestion } from './pickImages';
import { targetRows, targetSession, type Target } from './targets';

/**
 * The images that are meant; with no rows, one that is found and taken by Enter, or several by ticks.
 * @param asked for several @returns `undefined` when nothing was chosen
 */
export async function targetToCopy(
  context: CommandContext,
  args: readonly unknown[],
  purpose: FindPurpose,
  asked: Pick<ImagesQuestion, 'title' | 'placeholder'>,
): Promise<Target | undefined> {
  const target = await targetRows(context, args);
  if (target !== undefined) return target === 'nothing' ? undefined : target;
  const session = await targetSession(context, args[0]);
  if (session === undefined) return undefined;
  const { accountId } = session;
  const found = await foundImage(context, session, purpose);
  if (found === undefined) return undefined;
  const images = found === 'several' ? await pickImages(context, session, { ...asked, many: true }) : [found];
  return images && { images: images.map((image) => ({ accountId, image })) };
}
