import type { Answer } from './ask';

/** Where a question stands among those of one sign-in method. */
export interface Position {
  /** From 1; the question for the method comes before them. */
  readonly step: number;
  readonly totalSteps: number;
  readonly back: true;
}

/** A question on the way to what is to be known. */
export interface Step<S> {
  /** Whether it is asked, by what is known without it; where it does not say, always. */
  readonly needed?: (known: S) => boolean;
  /** Asks, and gives what is known by then. @throws {Canceled} when given up */
  readonly ask: (known: S, position: Position) => Promise<S | 'back'>;
}

/** How many questions come before those of a method: the one for the method. */
const BEFORE = 1;

/**
 * Asks one thing after the other. Going back keeps what was answered, so that it stands there again.
 * @returns what is known in the end; `back` from the first question
 * @throws {Canceled} when given up
 */
export async function runSteps<S>(start: S, steps: readonly Step<S>[]): Promise<S | 'back'> {
  let known = start;
  for (let index = 0; index < steps.length;) {
    const needed = steps.flatMap((step, at) => ((step.needed?.(known) ?? true) ? [at] : []));
    const place = needed.indexOf(index);
    if (place === -1) {
      index++;
      continue;
    }
    const position = { step: BEFORE + place + 1, totalSteps: BEFORE + needed.length, back: true } as const;
    const answer = await steps[index]?.ask(known, position);
    if (answer === undefined || answer === 'back') {
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

/** What a question builds upon, which an earlier one has asked for. @throws {Error} where none has: the steps are wrong then */
export function answeredBefore<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A step came before the one that it needs.');
  return value;
}

/** Works an answer into what is known. */
export function taken<T, S>(answer: Answer<T>, take: (value: T, text: string) => S): S | 'back' {
  return answer === 'back' ? answer : take(answer.value, answer.text);
}
