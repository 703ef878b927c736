import {
  commands,
  TabInputText,
  TabInputTextDiff,
  window,
  workspace,
  type TextDocument,
  type TextEditor,
  type Uri,
  type ViewColumn,
} from 'vscode';
import { takesText, type LastEditor } from '../lastEditor';

/**
 * The editor in which somebody is or was last, and else any that is seen: none that shows an image itself, or the output of
 * something. It may be hidden.
 */
export function editorToInsertInto(last: LastEditor): TextEditor | undefined {
  const editors = [window.activeTextEditor, remembered(last), ...window.visibleTextEditors];
  return editors.find((editor) => editor !== undefined && takesText(editor.document));
}

/** `undefined` where somebody has closed it. */
function remembered({ editor, wasPreview }: LastEditor): TextEditor | undefined {
  if (editor === undefined) return undefined;
  const canOpen = wasPreview && !editor.document.isUntitled;
  return canOpen || isSeen(editor) || tabColumns(editor.document).length > 0 ? editor : undefined;
}

/** The editor with the focus; where it shows its file no more, another one that does, with the same selected. */
export async function inFront(editor: TextEditor): Promise<TextEditor> {
  const { document, viewColumn, selections } = editor;
  if (isSeen(editor)) {
    if (viewColumn !== undefined) return window.showTextDocument(document, { viewColumn });
    // A side of a comparison has no column. In another editor of the file the cursors would be elsewhere.
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    return editor;
  }
  const open = document.isClosed ? await workspace.openTextDocument(document.uri) : document;
  // Where it has a tab it is shown there. Groups of editors may be gone since.
  const columns = tabColumns(open);
  const column = columns.find((one) => one === viewColumn) ?? columns[0];
  const shown = await window.showTextDocument(open, column === undefined ? {} : { viewColumn: column });
  shown.selections = selections;
  return shown;
}

function isSeen(editor: TextEditor): boolean {
  return window.visibleTextEditors.includes(editor);
}

/** In which columns a file has a tab. */
function tabColumns({ uri }: TextDocument): readonly ViewColumn[] {
  return window.tabGroups.all
    .filter(({ tabs }) => tabs.some(({ input }) => String(uriIn(input)) === String(uri)))
    .map(({ viewColumn }) => viewColumn);
}

function uriIn(input: unknown): Uri | undefined {
  if (input instanceof TabInputText) return input.uri;
  return input instanceof TabInputTextDiff ? input.modified : undefined;
}
