import { env } from 'vscode';
import { IMAGE_SCHEME } from '../../documents/imageAddress';
import { copyAsTexts } from '../../text/copyAsTexts';
import type { CommandContext } from '../context';
import { noteCopied, sayCopied } from '../copyImages';
import { chooseFormat, editorToInsertInto } from './chooseFormat';
import { copiedImages, targetToWrite } from './targetToWrite';
import { formatOptions } from './formatOptions';
import { formatted } from '../../copy/formatted';

/** Copies images in a form that somebody chooses. */
export async function copyAs(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const target = await targetToWrite(context, args, 'copyAs');
  if (target === undefined) return;
  const chosen = await chooseFormat(context, editorToInsertInto(IMAGE_SCHEME), copyAsTexts.copyAs());
  if (chosen === undefined) return;
  const images = copiedImages(context, target);
  const { text, without } = formatted(chosen.format, images, formatOptions(context.settings));
  if (text !== '') {
    await env.clipboard.writeText(text);
    await noteCopied(context, target);
  }
  sayCopied(target, without, text === '' ? undefined : (called) => copyAsTexts.copied(chosen.label, called));
}
