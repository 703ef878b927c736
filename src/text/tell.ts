import { window } from 'vscode';
import { unawaited } from '../base/unawaited';

const SHOWN = {
  error: (words: string) => window.showErrorMessage(words),
  warning: (words: string) => window.showWarningMessage(words),
  information: (words: string) => window.showInformationMessage(words),
} as const;

/** Shows a message without buttons, and does not wait until it is closed. */
export function tell(kind: keyof typeof SHOWN, words: string): void {
  unawaited(SHOWN[kind](words));
}
