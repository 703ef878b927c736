import { DocumentDropOrPasteEditKind } from 'vscode';

/** Of all edits that write images: by it people say in `editor.pasteAs.preferences` what they want. */
export const EDIT_KIND = DocumentDropOrPasteEditKind.Text.append('conohaImages');
