import type { Criterion } from '../../catalog/filter';
import type { Session } from '../../session/sessions';
import type { Answer } from '../ask';

/** A criterion that can be asked for. */
export interface CriterionChoice {
  readonly label: () => string;
  /** Any criterion of this kind, to tell who applies it. */
  readonly example: Criterion;
  /** Words for who applies it, where that depends on the value. */
  readonly applied?: () => string;
  readonly covers: (criterion: Criterion) => boolean;
  /** `none` when the criterion is to go: the answer was empty. */
  readonly ask: (
    session: Session,
    present: Criterion | undefined,
  ) => Promise<Criterion | 'none' | 'back' | undefined>;
}

/** An empty answer takes the criterion away. */
export function valued(
  answer: Answer,
  make: (value: string) => Criterion | undefined,
): Criterion | 'none' | 'back' | undefined {
  if (answer === undefined || answer === 'back') return answer;
  const text = answer.text.trim();
  return (text === '' ? undefined : make(text)) ?? 'none';
}
