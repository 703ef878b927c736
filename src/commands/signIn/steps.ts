import type { Answer } from '../ask';

/** Where a question stands among those of one way to sign in. */
export interface Position {
  readonly step: number;
  readonly totalSteps: number;
  readonly back: boolean;
}

/** A question on the way to what is to be known. */
export interface Step<S> {
  /** Whether it is asked, by what is known without it; where it does not say, always. */
  readonly needed?: (known: S) => boolean;
  /** Asks and gives what is known by then; `undefined` when given up. */
  readonly ask: (known: S, position: Position) => Promise<S | 'back' | undefined>;
}

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
    const needed = steps.flatMap((step, at) => ((step.needed?.(known) ?? true) ? [at] : []));
    const place = needed.indexOf(index);
    if (place === -1) {
      index++;
      continue;
    }
    const answer = await steps[index]?.ask(known, {
      step: before + place + 1,
      totalSteps: before + needed.length,
      back: before + place > 0,
    });
    if (answer === undefined) return undefined;
    if (answer === 'back') {
      const previous = needed[place - 1];
      if (previous === undefined) return 'back';
      index = previous;
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
