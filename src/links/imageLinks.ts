import { DocumentLink, Range, type CancellationToken, type TextDocument } from 'vscode';
import type { ImageDocuments } from '../documents/imageDocuments';
import { findTexts } from '../text/findTexts';

/** A line with a text for its value: documents have one value in a line. Ids with escapes are too odd to be looked for. */
const LINE = /^(\s*(?:"[^"\\]{1,255}": )?")([^"\\]{1,255})",?$/;

/** Lets the ids of loaded images in a document lead to the JSON of each: in the list, and from one image to another. */
export function imageLinks(
  documents: Pick<ImageDocuments, 'loadedAt'>,
  document: Pick<TextDocument, 'uri' | 'lineCount' | 'lineAt'>,
  token: CancellationToken,
): DocumentLink[] {
  const links: DocumentLink[] = [];
  const tooltip = findTexts.openJson();
  for (let line = 0; line < document.lineCount && !token.isCancellationRequested; line++) {
    const [, before = '', id] = LINE.exec(document.lineAt(line).text) ?? [];
    const target = id === undefined ? undefined : documents.loadedAt(document.uri, id);
    if (id === undefined || target === undefined || target.path === document.uri.path) continue;
    const range = new Range(line, before.length, line, before.length + id.length);
    links.push(Object.assign(new DocumentLink(range, target), { tooltip }));
  }
  return links;
}
