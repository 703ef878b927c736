import type { Answer } from '../ask';

/** Where a question stands among those of one way to sign in. */
export interface Position {
  readonly step: number;
  readonly totalSteps: number;
  readonly back: boolean;
}

/** Asks one thing and gives what is known by then. */
export type Step<S> = (known: S, position: Position) => Promise<S | 'back' | undefined>;

/**
 * Asks one thing after the other. Going back keeps what was answered, so that it stands there again.
 * @param before how many questions came before these
 * @returns what is known in the end; `back` from the first question where one came before; `undefined` when given up
 */
export async function runSteps<S>(
  start: S,
  steps: readonly Step<S>[],
  before: number,
): Promise<S | 'back' | undefined> {
  let known = start;
  for (let index = 0; index < steps.length;) {
    const step = steps[index];
    const position = {
      step: before + index + 1,
      totalSteps: before + steps.length,
      back: before + index > 0,
    };
    const answer = await step?.(known, position);
    if (answer === undefined) return undefined;
    if (answer === 'back') {
      if (index === 0) return 'back';
      index--;
    } else {
      known = answer;
      index++;
    }
  }
  return known;
}

/** Works a text into what is known; going back and giving up pass through. */
export function taken<S>(answer: Answer, take: (text: string) => S): S | 'back' | undefined {
  return answer === undefined || answer === 'back' ? answer : take(answer.text);
}
