import { copyCommand, PLAIN_FORMAT_IDS, type CopyCommand, type PlainFormatId } from '../copy/plainFormats';
import { formatWords } from '../text/describeFormat';
import type { Command, CommandContext } from './context';
import { copyImages } from './copyImages';
import { foundImage } from './find/findImage';
import { pickImages } from './pickImages';
import { targetRows, targetSession, type Target } from './targets';

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
  const target = (await targetRows(context, args)) ?? (await askedFor(context, format, args));
  if (target !== undefined && target !== 'nothing') await copyImages(context, target, format);
}

/** Where no row is meant: one that is found and taken by Enter, or several by ticks. */
async function askedFor(
  context: CommandContext,
  format: PlainFormatId,
  args: readonly unknown[],
): Promise<Target | undefined> {
  const session = await targetSession(context, args[0]);
  if (session === undefined) return undefined;
  const { accountId } = session;
  const found = await foundImage(context, session, format);
  if (found === undefined) return undefined;
  const { title, question } = formatWords(format);
  const asked = { title: title(), placeholder: question(), many: true };
  const images = found === 'several' ? await pickImages(context, session, asked) : [found];
  return images && { images: images.map((image) => ({ accountId, image })) };
}
