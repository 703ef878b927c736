import { copyCommand, PLAIN_FORMAT_IDS, type CopyCommand, type PlainFormatId } from '../copy/plainFormats';
import { formatWords } from '../text/describeFormat';
import type { Command, CommandContext } from './context';
import { copyImages } from './copyImages';
import { targetToCopy } from './targetToCopy';

/** A command for each format. */
export const COPY_COMMANDS = Object.fromEntries(
  PLAIN_FORMAT_IDS.map((format): [CopyCommand, Command] => [
    copyCommand(format),
    (context, ...args) => copyTarget(context, format, args),
  ]),
) as Readonly<Record<CopyCommand, Command>>;

async function copyTarget(
  context: CommandContext,
  format: PlainFormatId,
  args: readonly unknown[],
): Promise<void> {
  const { title, question } = formatWords(format);
  const asked = { title: title(), placeholder: question() };
  const target = await targetToCopy(context, args, format, asked);
  if (target !== undefined) await copyImages(context, target, format);
}
