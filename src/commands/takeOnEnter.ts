import type { QuickPick, QuickPickItem } from 'vscode';
import { boxProblemText } from '../text/describeBoxProblem';
import { clearedText } from '../text/describeLength';
import { readingOf, type Read } from './ask';
import { BoxBusy } from './boxBusy';
import type { BoxTitle } from './boxTitle';
import { caughtProblems } from './caughtProblem';
import { CurrentRead, ENDED } from './currentRead';
import { restoreReportedText, untilReported } from './unreportedText';

/** What Enter does in a list. @template Chosen what is taken from it @template T what that is read as */
export interface Choosing<Chosen, T> {
  /** The most characters that are typed here: said where the editor could not hold a text. */
  readonly longest: number;
  /** Where it is said what is wrong. */
  readonly title: BoxTitle;
  /** Shared by all that the box waits for. */
  readonly busy?: BoxBusy;
  /** What Enter means now; `undefined` for nothing. */
  readonly chosen: () => Chosen | undefined;
  /** What is wrong is said in the title while the question stays, as it does where something else was done. */
  readonly read: Read<Chosen, T>;
  /** Helps where the editor could not hold a text; otherwise its length is said. */
  readonly cleared?: () => void;
  /** Whether the active row is another one than that which is read. */
  readonly isLeft?: (chosen: Chosen) => boolean;
  readonly take: (value: T) => void;
  /** Rows that are on their way: Enter waits for them where there is nothing to take without them. */
  readonly ready?: Promise<void>;
  readonly isNothing?: (chosen: Chosen | undefined) => boolean;
}

/**
 * Takes what stands in a list when Enter is pressed, once the editor has said which row that is: for a text that it
 * cannot hold it would be the row that was active before. Who edits the text while it is read, or goes on to another row,
 * has that ended, and Enter then reads what stands there.
 * @param closed fires when the list is closed
 * @returns tells whether Enter was pressed and what it leads to is not known yet
 */
export function takeOnEnter<Chosen, T>(
  pick: QuickPick<QuickPickItem>,
  choosing: Choosing<Chosen, T>,
  closed: AbortSignal,
): () => boolean {
  const { longest, title, chosen, read, cleared, take, ready } = choosing;
  const { isLeft = () => false, isNothing = isUndefined, busy = new BoxBusy(pick, closed) } = choosing;
  const current = new CurrentRead(pick, closed, busy);
  const caught = caughtProblems();
  let present: Chosen | undefined;
  const hasLeft = (): boolean => present !== undefined && isLeft(present);
  /** While rows come in, the window reports others as active than those that somebody has gone to. */
  const hasReallyLeft = async (): Promise<boolean> => {
    if (hasLeft()) await untilReported();
    return hasLeft();
  };
  const reading = async (): Promise<void> => {
    present = undefined;
    const result = await current.begin(async (signal) => {
      if (isNothing(chosen())) await ready;
      const choice = chosen();
      if (choice === undefined || signal.aborted) return 'stays';
      present = choice;
      const reading = await readingOf(() => read(choice, signal), caught);
      return reading === 'stays' || (await hasReallyLeft()) ? 'stays' : reading;
    });
    // What was read need not be what stands there by now.
    if (result === ENDED || result === 'stays') return;
    if ('value' in result) take(result.value);
    else title.say(boxProblemText(result.problem));
  };
  let isSettling = false;
  const settled = (): Promise<'cleared' | 'held'> =>
    busy.during(async () => {
      isSettling = true;
      try {
        return (await restoreReportedText(pick)) ? 'cleared' : 'held';
      } finally {
        isSettling = false;
      }
    });
  const sayCleared = (): void => title.say(clearedText(longest));
  const isRead = (): boolean => current.isOfPresentText && !hasLeft();
  const enter = async (): Promise<void> => {
    const state = await settled();
    if (closed.aborted) return;
    if (state === 'cleared') (cleared ?? sayCleared)();
    else if (!isRead()) await reading();
  };
  const handle = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const problem = caught(error);
      if (!closed.aborted) title.say(boxProblemText(problem));
    }
  };
  pick.onDidChangeValue(() => current.edited());
  pick.onDidChangeActive(() =>
    handle(async () => {
      if (current.isGoing && (await hasReallyLeft())) current.end();
    }),
  );
  pick.onDidAccept(() =>
    handle(async () => {
      if (!isSettling && !isRead()) await enter();
    }),
  );
  return () => isSettling || current.isGoing;
}

function isUndefined(chosen: unknown): boolean {
  return chosen === undefined;
}
