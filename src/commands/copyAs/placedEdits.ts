import {
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Image } from '../../api/images/image';
import { formatted, placeAt } from '../../copy/formatted';
import type { Core } from '../../core';
import { copyAsTexts } from '../../text/copyAsTexts';
import type { DraggedImage } from '../../tree/draggedImages';
import { allFormats } from './chooseFormat';
import { editKind } from './editKind';
import { formatOptions } from './formatOptions';
import { levelIn } from './levelOf';

interface PlacedImage {
  readonly accountId: string;
  readonly image: Image;
}

/** A text for a place in a file, and what it is called. */
interface PlacedText {
  readonly title: string;
  readonly text: string;
  readonly id: string;
}

/**
 * What rows become that are dropped into a file: what fits it first, the others by choice.
 * @param dragged as `DRAGGED_IMAGES` has it
 */
export function droppedEdits(
  core: Core,
  document: TextDocument,
  position: Position,
  dragged: string,
): DocumentDropEdit[] {
  const images = (JSON.parse(dragged) as readonly DraggedImage[]).flatMap(({ accountId, key }) => {
    const image = core.sessions.of(accountId)?.images.catalog.find(key);
    return image === undefined ? [] : [{ accountId, image }];
  });
  return placedTexts(core, document, position, images).map(
    ({ text, title, id }) => new DocumentDropEdit(text, title, editKindOf(id)),
  );
}

/** What the id of a loaded image may become where it is pasted. The text itself, which the editor offers, comes before. */
export function pastedEdits(
  core: Core,
  document: TextDocument,
  position: Position,
  id: string,
): DocumentPasteEdit[] {
  const pasted = loadedImage(core, id);
  if (pasted === undefined) return [];
  return placedTexts(core, document, position, [pasted])
    .filter(({ text }) => text !== id)
    .map(({ text, title, id }) =>
      Object.assign(new DocumentPasteEdit(text, title, editKindOf(id)), {
        yieldTo: [DocumentDropOrPasteEditKind.Text],
      }),
    );
}

function placedTexts(
  { accounts, settings, state }: Core,
  document: TextDocument,
  position: Position,
  images: readonly PlacedImage[],
): readonly PlacedText[] {
  const place = placeAt(document.lineAt(position.line).text, position, levelIn(document));
  const options = formatOptions(settings);
  const copied = images.flatMap(({ accountId, image }) => {
    const base = accounts.get(accountId)?.base;
    return base === undefined ? [] : [{ image, base }];
  });
  return allFormats({ settings, state }, document).flatMap(({ id, label, format }) => {
    const { text } = formatted(format, copied, options, place);
    return text === '' ? [] : [{ id, text, title: copyAsTexts.placed(label) }];
  });
}

/** The active account is asked first: accounts of one cloud have images in common. */
function loadedImage({ accounts, sessions }: Core, id: string): PlacedImage | undefined {
  const ids = [accounts.active, ...accounts.all].flatMap((account) => account?.id ?? []);
  for (const accountId of ids) {
    const image = sessions.of(accountId)?.images.catalog.find(id);
    if (image !== undefined) return { accountId, image };
  }
  return undefined;
}

function editKindOf(id: string): DocumentDropOrPasteEditKind {
  return editKind().append(id.replace(/[^\w]+/g, '-'));
}
