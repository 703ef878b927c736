import { Canceled } from '../base/canceled';
import { unawaited } from '../base/unawaited';
import { failureWords } from '../text/failureText';
import { tell } from '../text/tell';

/** Lets work go on that nobody waits for: what goes wrong in it is said. @param report hears of it as well */
export function inBackground(work: Promise<void>, report: (error: unknown) => void): void {
  unawaited(
    work.catch(async (error: unknown) => {
      report(error);
      if (!(error instanceof Canceled)) tell('error', await failureWords(error));
    }),
  );
}
