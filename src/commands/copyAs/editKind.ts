import { DocumentDropOrPasteEditKind } from 'vscode';

/**
 * Of all edits that write images: by it people say in `editor.pasteAs.preferences` what they want. It is no kind of text: edits
 * that yield to those of text would yield to themselves, and the editor would list each many times.
 */
export function editKind(): DocumentDropOrPasteEditKind {
  return DocumentDropOrPasteEditKind.Empty.append('conohaImages');
}
