import type { QuickPick, QuickPickItem } from 'vscode';
import { mask } from '../api/http/mask';
import { errorSentence } from '../text/describeError';
import { clearedText } from '../text/describeLength';
import { restoreReportedText } from './unreportedText';

/** Words for what is wrong with an answer, which may take a while. */
export type Objection = string | undefined | Promise<string | undefined>;

/** What Enter does in a list. @template Chosen what is taken from it */
export interface Choosing<Chosen> {
  /** The most characters that are typed here: said where the editor could not hold a text. */
  readonly longest: number;
  /** What Enter means now; `undefined` for nothing. */
  readonly chosen: () => Chosen | undefined;
  /** Said in the title while the question stays. */
  readonly objection?: (chosen: Chosen) => Objection;
  /** Somebody has gone on to another row while the choice was checked. */
  readonly isLeft?: (chosen: Chosen | undefined) => boolean;
  readonly take: (chosen: Chosen) => void;
}

/**
 * Takes what stands in a list when Enter is pressed, once the editor has said which row that is: for a text that it
 * cannot hold it would be the row that was active before.
 * @param signal fires when the list is closed
 */
export function takeOnEnter<Chosen>(
  pick: QuickPick<QuickPickItem>,
  { longest, chosen, objection, isLeft, take }: Choosing<Chosen>,
  signal: AbortSignal,
): void {
  pick.onDidAccept(async () => {
    if (pick.busy) return;
    pick.busy = true;
    const isCleared = await restoreReportedText(pick);
    const [present, typed] = [chosen(), pick.value];
    const words = isCleared
      ? clearedText(longest)
      : await messageOf(() => (present === undefined ? undefined : objection?.(present)));
    if (signal.aborted) return;
    pick.busy = false;
    // What was checked need not be what stands there by now.
    if (!isCleared && (typed !== pick.value || isLeft?.(present) === true)) return;
    if (words !== undefined) pick.title = words;
    else if (present !== undefined) take(present);
  });
}

/** What a check says. What it throws is said as well, without secrets: the box lives on. */
export async function messageOf(
  check: () => Objection,
  secrets: readonly string[] = [],
): Promise<string | undefined> {
  try {
    return await check();
  } catch (error) {
    return mask(errorSentence(error), secrets);
  }
}
