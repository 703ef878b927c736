import type { QuickPickItem } from 'vscode';
import type { Image } from '../api/images/image';
import { appOf } from '../catalog/facetValues';
import type { Session } from '../session/sessions';
import { imageLabel, imageSummary } from '../text/describeImage';
import { foreignText } from '../text/foreignText';
import { plainLabel } from '../text/plainLabel';
import { tell } from '../text/tell';
import type { CommandContext } from './context';
import { firstPage } from './firstPage';
import { nothingWords } from './nothingWords';
import { pickMany, pickOne } from './pick';

/** A row of a list of images. */
export interface ImageItem extends QuickPickItem {
  readonly image: Image;
}

/** One image as a choice: found by name, id and app. */
export function imagePickItem(image: Image): ImageItem {
  return {
    label: plainLabel(imageLabel(image)),
    description: plainLabel(
      [imageSummary(image), foreignText(appOf(image)?.label ?? '')].filter((part) => part !== '').join(' · '),
    ),
    detail: plainLabel(image.id),
    image,
  };
}

/** Asks for one or many of the loaded images that the filter lets through. `undefined` when the user gave up. */
export async function pickImages(
  context: CommandContext,
  session: Session,
  { placeholder, many }: { readonly placeholder: string; readonly many: boolean },
): Promise<readonly Image[] | undefined> {
  await firstPage(context, session);
  const { images } = session;
  const { shown } = images;
  if (shown.length === 0) {
    tell('information', nothingWords(images, images.filtered));
    return undefined;
  }
  const items = shown.map(imagePickItem);
  const options = { placeHolder: placeholder, matchOnDescription: true, matchOnDetail: true };
  if (many) {
    const picked = await pickMany(items, options);
    return picked === undefined || picked.length === 0 ? undefined : picked.map(({ image }) => image);
  }
  const picked = await pickOne(items, options);
  return picked === undefined ? undefined : [picked.image];
}
