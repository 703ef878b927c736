import {
  TabInputText,
  window,
  workspace,
  type ExtensionContext,
  type TextDocument,
  type TextEditor,
} from 'vscode';

/** Where somebody was before the JSON of an image, or something else that takes no text, came in front. */
export interface LastEditor {
  /** What it had selected when it was seen last stays in it, whether or not it is seen now. */
  readonly editor: TextEditor | undefined;
  /** Its tab was a preview, which makes room for others without being asked: it is closed by nobody. */
  readonly wasPreview: boolean;
}

/** Remembers the editor in front. */
export function rememberEditor(subscriptions: ExtensionContext['subscriptions']): LastEditor {
  const last: { -readonly [Key in keyof LastEditor]: LastEditor[Key] } = {
    editor: undefined,
    wasPreview: false,
  };
  const note = (editor: TextEditor | undefined): void => {
    if (editor === undefined || !takesText(editor.document)) return;
    last.editor = editor;
    last.wasPreview = false;
  };
  note(window.activeTextEditor);
  subscriptions.push(
    window.onDidChangeActiveTextEditor(note),
    window.tabGroups.onDidChangeTabs(({ closed }) => {
      const address = String(last.editor?.document.uri);
      for (const { input, isPreview } of closed)
        if (input instanceof TabInputText && String(input.uri) === address) last.wasPreview = isPreview;
    }),
  );
  return last;
}

/** Whether a file is one to write into: not what shows an image itself, or the output of something. */
export function takesText({ uri: { scheme } }: TextDocument): boolean {
  return scheme !== 'output' && workspace.fs.isWritableFileSystem(scheme) !== false;
}
