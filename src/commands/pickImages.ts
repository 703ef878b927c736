import type { Image } from '../api/images/image';
import type { Session } from '../session/sessions';
import { tell } from '../text/tell';
import type { CommandContext } from './context';
import { firstPage } from './firstPage';
import { imageItems } from './imageItems';
import { nothingWords } from './nothingWords';
import { pickMany, pickOne } from './pick';

/** Which images are asked for, and what for. */
export interface ImagesQuestion {
  readonly title: string;
  readonly placeholder: string;
  readonly many: boolean;
}

/** Asks for one or many of the loaded images that the filter lets through. `undefined` when the user gave up. */
export async function pickImages(
  context: CommandContext,
  session: Session,
  { title, placeholder, many }: ImagesQuestion,
): Promise<readonly Image[] | undefined> {
  await firstPage(context, session);
  const { images } = session;
  const { shown } = images;
  if (shown.length === 0) {
    tell('information', nothingWords(images, images.filtered));
    return undefined;
  }
  const items = imageItems(shown, context.settings);
  const options = { title, placeHolder: placeholder, matchOnDescription: true, matchOnDetail: true };
  if (many) {
    const picked = await pickMany(items, options);
    return picked === undefined || picked.length === 0 ? undefined : picked.map(({ image }) => image);
  }
  const picked = await pickOne(items, options);
  return picked === undefined ? undefined : [picked.image];
}
