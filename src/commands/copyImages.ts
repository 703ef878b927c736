import { env, window } from 'vscode';
import { textsOf, type PlainFormatId } from '../copy/plainFormats';
import { formatCount } from '../base/format';
import { copyTexts } from '../text/copyTexts';
import { cautionText, calledText } from '../text/describeCopied';
import { formatWords } from '../text/describeFormat';
import { imageCountText } from '../text/imageCountText';
import { paragraph } from '../text/paragraph';
import { plainLabel } from '../text/plainLabel';
import type { CommandContext } from './context';
import { moreWord, type Target } from './targets';

const MESSAGE_MS = 4000;
/** A word about what was not copied takes longer to read. */
const LONG_MESSAGE_MS = 8000;

/** Copies what images have in a format, remembers them, and says so, and what was not copied. @returns what was said */
export async function copyImages(
  context: Pick<CommandContext, 'settings' | 'marks'>,
  target: Target,
  format: PlainFormatId,
): Promise<string> {
  const images = target.images.map(({ image }) => image);
  const texts = textsOf(images, format);
  if (texts.length > 0) {
    await env.clipboard.writeText(texts.join(context.settings.copySeparator()));
    await noteCopied(context, target);
  }
  const [only, ...others] = images;
  const one = only === undefined || others.length > 0 ? undefined : calledText(only);
  const said = texts.length === 0 ? undefined : () => formatWords(format).copied(texts.length, one);
  return sayCopied(target, images.length - texts.length, said);
}

/** Remembers what was copied last. */
export async function noteCopied({ marks }: Pick<CommandContext, 'marks'>, target: Target): Promise<void> {
  for (const [accountId, keys] of keysByAccount(target)) await marks.noteCopied(accountId, keys);
}

/**
 * Says in the status bar what became of images, and what to mind of them. @returns what was said
 * @param without how many have nothing in the form that was wanted
 * @param words `undefined` where nothing was copied; what the image is called, or how many there are, is handed to it
 */
export function sayCopied(
  target: Target,
  without: number,
  words: ((called: string) => string) | undefined,
): string {
  const images = target.images.map(({ image }) => image);
  const [only, ...others] = images;
  const called =
    only !== undefined && others.length === 0
      ? calledText(only)
      : imageCountText(formatCount(images.length - without));
  const all = [
    words === undefined ? copyTexts.nothing() : words(called),
    without > 0 ? withoutWords(without, images.length) : undefined,
    words === undefined ? undefined : cautionText(images, Date.now()),
    moreWord(target),
  ].filter((word) => word !== undefined);
  const said = paragraph(all);
  window.setStatusBarMessage(`$(copy) ${plainLabel(said)}`, all.length > 1 ? LONG_MESSAGE_MS : MESSAGE_MS);
  return said;
}

function keysByAccount({ images }: Target): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const { accountId, image } of images) keys.set(accountId, [...(keys.get(accountId) ?? []), image.key]);
  return keys;
}

/** The images that have no text in the format. */
function withoutWords(without: number, all: number): string {
  if (all === 1) return copyTexts.theOneHasNone();
  return without === 1 ? copyTexts.oneHasNone() : copyTexts.someHaveNone(formatCount(without));
}
