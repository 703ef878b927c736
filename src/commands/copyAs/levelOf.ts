import { window, type TextDocument, type TextEditor } from 'vscode';

/** Usual of files, where no editor tells how its file is indented. */
const USUAL_LEVEL = '  ';

/** One level of indentation in a file, as the editor has it that shows the file. */
export function levelIn(document: TextDocument): string {
  return levelOf(window.visibleTextEditors.find((editor) => editor.document === document));
}

/** The same, where the editor is known. */
export function levelOf(editor: TextEditor | undefined): string {
  if (editor === undefined) return USUAL_LEVEL;
  const { insertSpaces, tabSize } = editor.options;
  if (insertSpaces === false) return '\t';
  return typeof tabSize === 'number' ? ' '.repeat(tabSize) : USUAL_LEVEL;
}
