import {
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  Range,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Image } from '../../api/images/image';
import { formatted } from '../../copy/formatted';
import type { Core } from '../../core';
import { copyAsTexts } from '../../text/copyAsTexts';
import type { DraggedImage } from '../../tree/draggedImages';
import { allFormats } from './chooseFormat';
import { editKind } from './editKind';
import { formatOptions } from './formatOptions';
import { levelIn } from './levelOf';
import { placeIn } from './placeIn';

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
  return placedTexts(core, document, new Range(position, position), images).map(
    ({ text, title, id }) => new DocumentDropEdit(text, title, editKindOf(id)),
  );
}

/** What the id of a loaded image may become where it is pasted. The text itself, which the editor offers, comes before. */
export function pastedEdits(
  core: Core,
  document: TextDocument,
  range: Range,
  written: string,
): DocumentPasteEdit[] {
  const pasted = loadedImage(core, idsOf(written));
  if (pasted === undefined) return [];
  return placedTexts(core, document, range, [pasted])
    .filter(({ text }) => text !== written)
    .map(({ text, title, id }) =>
      Object.assign(new DocumentPasteEdit(text, title, editKindOf(id)), {
        yieldTo: [DocumentDropOrPasteEditKind.Text],
      }),
    );
}

function placedTexts(
  { accounts, settings, state }: Core,
  document: TextDocument,
  range: Range,
  images: readonly PlacedImage[],
): readonly PlacedText[] {
  const place = placeIn(document, range, levelIn(document));
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
function loadedImage({ accounts, sessions }: Core, ids: readonly string[]): PlacedImage | undefined {
  const accountIds = [accounts.active, ...accounts.all].flatMap((account) => account?.id ?? []);
  for (const accountId of accountIds) {
    const catalog = sessions.of(accountId)?.images.catalog;
    const [image] = ids.flatMap((id) => catalog?.find(id) ?? []);
    if (image !== undefined) return { accountId, image };
  }
  return undefined;
}

/** Which ids may be meant: as it is written, then without the quotes of some language, then as services write them. */
function idsOf(written: string): readonly string[] {
  const [, , bare = written] = /^(["'`])(.+)\1$/s.exec(written) ?? [];
  return [written, bare, bare.toLowerCase()];
}

function editKindOf(id: string): DocumentDropOrPasteEditKind {
  return editKind().append(id.replace(/[^\w]+/g, '-'));
}
