import type { Range, TextDocument } from 'vscode';
import { placeAt, type TextPlace } from '../../copy/formatted';

/** The place of a text in a file. @param range what it replaces; empty where it is only a cursor @param level of indentation */
export function placeIn(document: TextDocument, { start, end }: Range, level: string): TextPlace {
  const behind = document.lineAt(end.line).text.slice(end.character);
  return placeAt(document.lineAt(start.line).text, start, level, behind);
}
