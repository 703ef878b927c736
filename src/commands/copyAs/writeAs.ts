import { env, window, type TextEditor } from 'vscode';
import type { CopiedImage, Format, FormatOptions } from '../../copy/format';
import { formatted, formattedAt } from '../../copy/formatted';
import { copyAsTexts } from '../../text/copyAsTexts';
import type { CommandContext } from '../context';
import { noteCopied, sayCopied } from '../copyImages';
import { chooseFormat } from './chooseFormat';
import { editorToInsertInto, inFront } from './editorToInsertInto';
import { formatOptions } from './formatOptions';
import { levelOf } from './levelOf';
import { placeIn } from './placeIn';
import { copiedImages, targetToWrite } from './targetToWrite';

/** Copies images in a form that somebody chooses. */
export async function copyAs(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const target = await targetToWrite(context, args, 'copyAs');
  if (target === undefined) return;
  const chosen = await chooseFormat(context, editorToInsertInto(context.lastEditor), copyAsTexts.copyAs());
  if (chosen === undefined) return;
  const images = copiedImages(context, target);
  const { text, without } = formatted(chosen.format, images, formatOptions(context.settings));
  if (text !== '') {
    await env.clipboard.writeText(text);
    await noteCopied(context, target);
  }
  sayCopied(target, without, text === '' ? undefined : (called) => copyAsTexts.copied(chosen.label, called));
}

/** Writes images at every cursor of the file that somebody is or was last in, in a form that somebody chooses: one edit, and one to undo. */
export async function insertAs(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const editor = editorToInsertInto(context.lastEditor);
  if (editor === undefined) {
    await window.showInformationMessage(copyAsTexts.noEditor());
    return;
  }
  const target = await targetToWrite(context, args, 'insertAs');
  if (target === undefined) return;
  const chosen = await chooseFormat(context, editor, copyAsTexts.insertAs());
  if (chosen === undefined) return;
  const images = copiedImages(context, target);
  const options = formatOptions(context.settings);
  const { text, without } = formatted(chosen.format, images, options);
  if (text !== '') {
    // Whoever looked for an image in the view or in a box goes on in the file.
    const shown = await inFront(editor);
    if (!(await inserted(shown, chosen.format, images, options))) {
      await window.showWarningMessage(copyAsTexts.notInserted());
      return;
    }
    await noteCopied(context, target);
  }
  sayCopied(
    target,
    without,
    text === '' ? undefined : (called) => copyAsTexts.inserted(chosen.label, called),
  );
}

/** What is selected goes. @returns whether the editor took it */
async function inserted(
  editor: TextEditor,
  format: Format,
  images: readonly CopiedImage[],
  options: FormatOptions,
): Promise<boolean> {
  const level = levelOf(editor);
  const { version } = editor.document;
  const places = editor.selections.map((selection) => placeIn(editor.document, selection, level));
  const texts = formattedAt(format, images, options, places);
  const taken = await editor.edit((builder) => {
    for (const [at, selection] of editor.selections.entries()) builder.replace(selection, texts[at] ?? '');
  });
  // Of a file that is read-only the editor says that it took the edit, and leaves the file as it was.
  return taken && editor.document.version !== version;
}
