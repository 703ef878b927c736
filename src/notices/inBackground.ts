import { Canceled } from '../base/canceled';
import { errorSentence } from '../text/describeError';
import { tell } from '../text/tell';

/** Lets work go on that nobody waits for: what goes wrong in it is said. */
export function inBackground(work: Promise<void>): void {
  work.catch((error: unknown) => {
    if (!(error instanceof Canceled)) tell('error', errorSentence(error));
  });
}
