import type { Criterion } from '../../catalog/filter';
import type { Session } from '../../session/sessions';
import type { Answer } from './askText';

/** A criterion that can be asked for. */
export interface CriterionChoice {
  readonly label: () => string;
  /** Any criterion of this kind, to tell who applies it. */
  readonly example: Criterion;
  readonly covers: (criterion: Criterion) => boolean;
  /** `undefined` when the criterion is to go: the answer was empty. */
  readonly ask: (session: Session, present: Criterion | undefined) => Promise<Criterion | undefined | 'back'>;
}

/** An empty answer takes the criterion away. */
export function valued(
  answer: Answer,
  make: (value: string) => Criterion | undefined,
): Criterion | undefined | 'back' {
  if (answer === 'back') return 'back';
  const text = answer.text.trim();
  return text === '' ? undefined : make(text);
}
