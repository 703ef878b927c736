import { env, window } from 'vscode';
import { textsOf, type PlainFormatId } from '../copy/plainFormats';
import { formatCount } from '../base/format';
import { copyTexts } from '../text/copyTexts';
import { cautionText, calledText } from '../text/describeCopied';
import { formatWords } from '../text/describeFormat';
import { paragraph } from '../text/paragraph';
import { plainLabel } from '../text/plainLabel';
import type { CommandContext } from './context';
import { moreWord, type Target } from './targets';

const MESSAGE_MS = 4000;
/** A word about what was not copied takes longer to read. */
const LONG_MESSAGE_MS = 8000;

/** Copies what images have in a format, remembers them, and says so, and what was not copied. @returns what was said */
export async function copyImages(
  { settings, marks }: Pick<CommandContext, 'settings' | 'marks'>,
  target: Target,
  format: PlainFormatId,
): Promise<string> {
  const images = target.images.map(({ image }) => image);
  const texts = textsOf(images, format);
  const without = images.length - texts.length;
  if (texts.length > 0) {
    await env.clipboard.writeText(texts.join(settings.copySeparator()));
    for (const [accountId, keys] of keysByAccount(target)) await marks.noteCopied(accountId, keys);
  }
  const [only, ...others] = images;
  const called = only === undefined || others.length > 0 ? undefined : calledText(only);
  const words = [
    texts.length > 0 ? formatWords(format).copied(texts.length, called) : copyTexts.nothing(),
    without > 0 ? withoutWords(without, images.length) : undefined,
    texts.length > 0 ? cautionText(images, Date.now()) : undefined,
    moreWord(target),
  ].filter((word) => word !== undefined);
  const said = paragraph(words);
  const ms = words.length > 1 ? LONG_MESSAGE_MS : MESSAGE_MS;
  window.setStatusBarMessage(`$(copy) ${plainLabel(said)}`, ms);
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
