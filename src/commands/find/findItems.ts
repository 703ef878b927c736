import { QuickPickItemKind, type QuickInputButton, type QuickPickItem } from 'vscode';
import type { Image } from '../../api/images/image';
import { formatCount } from '../../base/format';
import type { AccountImages } from '../../session/accountImages';
import type { ImageMarks } from '../../session/imageMarks';
import type { Settings } from '../../session/settings';
import { findTexts } from '../../text/findTexts';
import { imageItems } from '../imageItems';
import { nothingWords } from '../nothingWords';

/** An image, the way to more of them, or a word about those that are not shown. */
export interface FindItem extends QuickPickItem {
  readonly image?: Image;
  readonly loadsMore?: true;
}

/** What the rows of images are made with. */
interface ImageRows {
  readonly settings: Settings;
  readonly buttons: readonly QuickInputButton[];
}

/** The rows of images that were found. The editor would leave out what matches by another width or in another order of words. */
export function foundItems(images: readonly Image[], { settings, buttons }: ImageRows): readonly FindItem[] {
  return imageItems(images, settings).map((item) => ({ ...item, buttons, alwaysShow: true }));
}

/** The rows while nothing is typed: favourites and what was copied last stand first. */
export function allItems(
  images: readonly Image[],
  loaded: readonly Image[],
  marks: { readonly favourites: ReturnType<ImageMarks['favourites']>; readonly copied: readonly string[] },
  rows: ImageRows,
): readonly FindItem[] {
  const byKey = new Map(loaded.map((image) => [image.key, image]));
  const marked = (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? []);
  const favourites = marked(marks.favourites);
  const copied = marked(marks.copied).filter((image) => !favourites.includes(image));
  const first = new Set([...favourites, ...copied]);
  if (first.size === 0) return foundItems(images, rows);
  const section = (label: string, own: readonly Image[]): readonly FindItem[] =>
    own.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...foundItems(own, rows)];
  return [
    ...section(findTexts.favourites(), favourites),
    ...section(findTexts.copied(), copied),
    ...section(
      findTexts.others(),
      images.filter((image) => !first.has(image)),
    ),
  ];
}

/** Said where more were found than are shown. */
export function moreFoundItem(count: number): FindItem {
  const words = findTexts.moreMatches(formatCount(count));
  return { label: `$(ellipsis) ${words}`, alwaysShow: true };
}

/** Said where there is nothing to choose, and nothing more to come. */
export function nothingItem(images: AccountImages): FindItem {
  // The images that are looked through are those that the server was asked for, whatever is filtered here.
  const isAskedFor = Object.keys(images.catalog.query).length > 0;
  const words = images.loaded.length === 0 ? nothingWords(images, isAskedFor) : findTexts.noMatch();
  return { label: `$(info) ${words}`, alwaysShow: true };
}

/** Loads the next page. @param loaded how many images there are */
export function loadMorePickItem(loaded: number): FindItem {
  const words = findTexts.loadMore(formatCount(loaded));
  return { label: `$(chevron-down) ${words}`, alwaysShow: true, loadsMore: true };
}
