import type { QuickPick, QuickPickItem } from 'vscode';
import { errorSentence } from '../text/describeError';
import { clearedText } from '../text/describeLength';
import { readingOf, type Read } from './ask';
import { CurrentRead, ENDED } from './currentRead';
import { restoreReportedText } from './unreportedText';

/** What Enter does in a list. @template Chosen what is taken from it @template T what that is read as */
export interface Choosing<Chosen, T> {
  /** The most characters that are typed here: said where the editor could not hold a text. */
  readonly longest: number;
  /** What Enter means now; `undefined` for nothing. */
  readonly chosen: () => Chosen | undefined;
  /** What is wrong is said in the title while the question stays, as it does where something else was done. */
  readonly read: Read<Chosen, T>;
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
 * cannot hold it would be the row that was active before. Who edits the text while it is read has that ended, and Enter
 * then reads what stands there.
 * @param closed fires when the list is closed
 */
export function takeOnEnter<Chosen, T>(
  pick: QuickPick<QuickPickItem>,
  choosing: Choosing<Chosen, T>,
  closed: AbortSignal,
): void {
  const {
    longest,
    chosen,
    read,
    cleared,
    isLeft = () => false,
    take,
    ready,
    isNothing = isUndefined,
  } = choosing;
  const current = new CurrentRead(pick, closed);
  let present: Chosen | undefined;
  const hasLeft = (): boolean => present !== undefined && isLeft(present);
  const reading = async (): Promise<void> => {
    const result = await current.begin(async (signal) => {
      if (isNothing(chosen())) await ready;
      const choice = chosen();
      present = choice;
      return choice === undefined || signal.aborted ? 'stays' : readingOf(() => read(choice, signal));
    });
    // What was read need not be what stands there by now.
    if (result === ENDED || result === 'stays' || hasLeft()) return;
    if ('value' in result) take(result.value);
    else pick.title = result.problem;
  };
  let isSettling = false;
  const settled = async (): Promise<'cleared' | 'held'> => {
    isSettling = true;
    pick.busy = true;
    try {
      return (await restoreReportedText(pick)) ? 'cleared' : 'held';
    } finally {
      isSettling = false;
      if (!closed.aborted) pick.busy = false;
    }
  };
  const enter = async (): Promise<void> => {
    const state = await settled();
    if (closed.aborted) return;
    if (state === 'held') await reading();
    else if (cleared === undefined) pick.title = clearedText(longest);
    else cleared();
  };
  pick.onDidChangeValue(() => current.edited());
  pick.onDidAccept(async () => {
    if (isSettling || (current.isOfPresentText && !hasLeft())) return;
    try {
      await enter();
    } catch (error) {
      if (!closed.aborted) pick.title = errorSentence(error);
    }
  });
}

function isUndefined(chosen: unknown): boolean {
  return chosen === undefined;
}
