import type { QuickPick, QuickPickItem } from 'vscode';
import { errorSentence } from '../text/describeError';
import { clearedText } from '../text/describeLength';
import { readingOf, type Reading } from './ask';
import { restoreReportedText } from './unreportedText';

/** What Enter has led to: `stays` where it did something else than to answer. */
export type Entered<T> = Reading<T> | 'stays';

/** What Enter does in a list. @template Chosen what is taken from it @template T what that is read as */
export interface Choosing<Chosen, T> {
  /** The most characters that are typed here: said where the editor could not hold a text. */
  readonly longest: number;
  /** What Enter means now; `undefined` for nothing. */
  readonly chosen: () => Chosen | undefined;
  /** What is wrong is said in the title while the question stays, as it does where something else was done. */
  readonly read: (chosen: Chosen, signal: AbortSignal) => Entered<T> | Promise<Entered<T>>;
  /** Helps where the editor could not hold a text; otherwise its length is said. */
  readonly cleared?: () => void;
  /** Somebody has gone on to another row while the choice was read. */
  readonly isLeft?: (chosen: Chosen) => boolean;
  readonly take: (value: T) => void;
  /** Rows that are on their way: Enter waits for them where there is nothing to take without them. */
  readonly ready?: Promise<void>;
  readonly isNothing?: (chosen: Chosen | undefined) => boolean;
}

/**
 * Takes what stands in a list when Enter is pressed, once the editor has said which row that is: for a text that it
 * cannot hold it would be the row that was active before.
 * @param signal fires when the list is closed
 */
export function takeOnEnter<Chosen, T>(
  pick: QuickPick<QuickPickItem>,
  { longest, chosen, read, cleared, isLeft, take, ready, isNothing = isUndefined }: Choosing<Chosen, T>,
  signal: AbortSignal,
): void {
  let isReading = false;
  const reading = async (): Promise<void> => {
    pick.busy = true;
    const isCleared = await restoreReportedText(pick);
    if (!isCleared && isNothing(chosen())) await ready;
    const [present, typed] = [chosen(), pick.value];
    if (isCleared) {
      if (signal.aborted) return;
      pick.busy = false;
      if (cleared === undefined) pick.title = clearedText(longest);
      else cleared();
      return;
    }
    const result = present === undefined ? 'stays' : await readingOf(() => read(present, signal));
    if (signal.aborted) return;
    pick.busy = false;
    // What was read need not be what stands there by now.
    if (result === 'stays' || typed !== pick.value || (present !== undefined && isLeft?.(present) === true))
      return;
    if ('value' in result) take(result.value);
    else pick.title = result.problem;
  };
  pick.onDidAccept(async () => {
    if (isReading) return;
    isReading = true;
    try {
      await reading();
    } catch (error) {
      if (!signal.aborted) Object.assign(pick, { title: errorSentence(error), busy: false });
    }
    isReading = false;
  });
}

function isUndefined(chosen: unknown): boolean {
  return chosen === undefined;
}
