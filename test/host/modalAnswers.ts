import { window, type Uri } from 'vscode';

/** A dialog in the middle of the window, as a person reads it. */
export interface Asked {
  readonly message: string;
  readonly detail: string;
}

/** Answers the dialogs that have to be answered first, and that for files, in place of a person. */
export class ModalAnswers {
  readonly asked: Asked[] = [];
  readonly #original = {
    showWarningMessage: window.showWarningMessage,
    showOpenDialog: window.showOpenDialog,
    showErrorMessage: window.showErrorMessage,
    showInformationMessage: window.showInformationMessage,
  };
  /** Whether the next ones are agreed to. */
  agrees = true;
  /** The file that is picked. */
  file: Uri | undefined;
  readonly errors: string[] = [];
  /** What is told without a button. */
  readonly told: string[] = [];

  constructor() {
    Object.assign(window, {
      showWarningMessage: (message: string, { detail = '' }: { detail?: string } = {}, button?: string) => {
        this.asked.push({ message, detail });
        return Promise.resolve(this.agrees ? button : undefined);
      },
      showOpenDialog: () => Promise.resolve(this.file && [this.file]),
      showInformationMessage: (message: string, button?: string) => {
        if (button === undefined) this.told.push(message);
        else this.asked.push({ message, detail: '' });
        return Promise.resolve(this.agrees ? button : undefined);
      },
      showErrorMessage: (message: string) => {
        this.errors.push(message);
        return Promise.resolve(undefined);
      },
    });
  }

  dispose(): void {
    Object.assign(window, this.#original);
  }
}
