import { env, window } from 'vscode';
import { copyCommand, FORMAT_IDS, textsOf, type CopyCommand, type FormatId } from '../copy/formats';
import { formatCount } from '../base/format';
import { formatWords } from '../text/describeFormat';
import { paragraph } from '../text/paragraph';
import { copyTexts } from '../text/copyTexts';
import type { Command, CommandContext } from './context';
import { moreWord, targetImages, type Target } from './targets';

const MESSAGE_MS = 2000;
/** A word about what was not copied takes longer to read. */
const LONG_MESSAGE_MS = 6000;

/** A command for each format. */
export const COPY_COMMANDS = Object.fromEntries(
  FORMAT_IDS.map((format): [CopyCommand, Command] => [
    copyCommand(format),
    (context, ...args) => copyTarget(context, format, args),
  ]),
) as Readonly<Record<CopyCommand, Command>>;

async function copyTarget(
  context: CommandContext,
  format: FormatId,
  args: readonly unknown[],
): Promise<void> {
  const placeholder = formatWords(format).question();
  const target = await targetImages(context, args, { placeholder, many: true });
  if (target !== undefined) await copy(context, target, format);
}

/** Copies what images have in a format, and says so, and what was not copied. */
export async function copy({ settings }: CommandContext, target: Target, format: FormatId): Promise<void> {
  const texts = textsOf(
    target.images.map(({ image }) => image),
    format,
  );
  const without = target.images.length - texts.length;
  if (texts.length > 0) await env.clipboard.writeText(texts.join(settings.copySeparator()));
  const words = [
    texts.length > 0 ? formatWords(format).copied(texts.length) : copyTexts.nothing(),
    without > 0 ? withoutWords(without, target.images.length) : undefined,
    moreWord(target),
  ].filter((word) => word !== undefined);
  window.setStatusBarMessage(`$(copy) ${paragraph(words)}`, words.length > 1 ? LONG_MESSAGE_MS : MESSAGE_MS);
}

/** The images that have no text in the format. */
function withoutWords(without: number, all: number): string {
  if (all === 1) return copyTexts.theOneHasNone();
  return without === 1 ? copyTexts.oneHasNone() : copyTexts.someHaveNone(formatCount(without));
}
