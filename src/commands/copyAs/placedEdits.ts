import {
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  Range,
  WorkspaceEdit,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Image } from '../../api/images/image';
import { formattedAt } from '../../copy/formatted';
import type { Core } from '../../core';
import { copyAsTexts } from '../../text/copyAsTexts';
import { cautionText } from '../../text/describeCopied';
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

/** A text for each place in a file, and what they are called. */
interface PlacedTexts {
  readonly title: string;
  /** In the order of the places. */
  readonly texts: readonly string[];
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
  const ranges = [new Range(position, position)];
  return placedTexts(core, document, ranges, images).map(({ texts, title, id }) =>
    Object.assign(new DocumentDropEdit('', title, editKindOf(id)), textAtEach(document, ranges, texts)),
  );
}

/**
 * What the id of a loaded image may become where it is pasted. The text itself, which the editor offers, comes before.
 * @param ranges of each cursor
 */
export function pastedEdits(
  core: Core,
  document: TextDocument,
  ranges: readonly Range[],
  written: string,
): DocumentPasteEdit[] {
  const pasted = loadedImage(core, idsOf(written));
  if (pasted === undefined) return [];
  return placedTexts(core, document, ranges, [pasted])
    .filter(({ texts }) => texts.some((text) => text !== written))
    .map(({ texts, title, id }) =>
      Object.assign(new DocumentPasteEdit('', title, editKindOf(id)), {
        ...textAtEach(document, ranges, texts),
        yieldTo: [DocumentDropOrPasteEditKind.Text],
      }),
    );
}

/**
 * The editor writes one text at every cursor, as a snippet: it indents its lines once more, those inside of a value, too. So
 * lines are edits of their own, and texts that differ.
 */
function textAtEach(
  { uri }: TextDocument,
  ranges: readonly Range[],
  texts: readonly string[],
): Pick<DocumentPasteEdit, 'insertText' | 'additionalEdit'> {
  const [first = ''] = texts;
  if (!first.includes('\n') && texts.every((text) => text === first)) return { insertText: first };
  const additionalEdit = new WorkspaceEdit();
  for (const [at, range] of ranges.entries()) additionalEdit.replace(uri, range, texts[at] ?? '');
  return { insertText: '', additionalEdit };
}

function placedTexts(
  { accounts, settings, state }: Core,
  document: TextDocument,
  ranges: readonly Range[],
  images: readonly PlacedImage[],
): readonly PlacedTexts[] {
  const level = levelIn(document);
  const places = ranges.map((range) => placeIn(document, range, level));
  const options = formatOptions(settings);
  const copied = images.flatMap(({ accountId, image }) => {
    const base = accounts.get(accountId)?.base;
    return base === undefined ? [] : [{ image, base }];
  });
  const caution = cautionText(
    copied.map(({ image }) => image),
    Date.now(),
  );
  return allFormats({ settings, state }, document).flatMap(({ id, label, format }) => {
    const texts = formattedAt(format, copied, options, places);
    const title = caution === undefined ? copyAsTexts.placed(label) : copyAsTexts.placedWith(label, caution);
    return texts.includes('') ? [] : [{ id, texts, title }];
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
