import type { Range, TextDocument } from 'vscode';
import { placeAt, type TextPlace } from '../../copy/formatted';

/** The place of a text in a file. @param range what it replaces; empty where it is only a cursor @param level of indentation */
export function placeIn(document: TextDocument, { start, end }: Range, level: string): TextPlace {
  const behind = document.lineAt(end.line).text.slice(end.character);
  const place = placeAt(document.lineAt(start.line).text, start, level, behind);
  // The mark of such a file is none of its characters: the editor writes it, before whatever stands there.
  return { ...place, isStart: place.isStart && document.encoding !== 'utf8bom' };
}
