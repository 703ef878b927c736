import { window } from 'vscode';
import { Canceled } from '../base/canceled';
import { errorSentence } from '../text/describeError';

/** Lets work go on that nobody waits for: what goes wrong in it is said. */
export function inBackground(work: Promise<void>): void {
  work.catch((error: unknown) => {
    if (!(error instanceof Canceled)) void window.showErrorMessage(errorSentence(error));
  });
}
