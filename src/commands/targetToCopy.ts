import type { FindPurpose } from '../text/findTexts';
import type { CommandContext } from './context';
import { foundImage } from './find/findImage';
import { pickImages, type ImagesQuestion } from './pickImages';
import { targetOrChosen, type Target } from './targets';

/**
 * The images that are meant; with no rows, one that is found and taken by Enter, or several by ticks.
 * @param asked for several @returns `undefined` when nothing was chosen
 */
export function targetToCopy(
  context: CommandContext,
  args: readonly unknown[],
  purpose: FindPurpose,
  asked: Pick<ImagesQuestion, 'title' | 'placeholder'>,
): Promise<Target | undefined> {
  return targetOrChosen(context, args, async (session) => {
    const found = await foundImage(context, session, purpose);
    if (found === 'several') return pickImages(context, session, { ...asked, many: true });
    return found && [found];
  });
}
