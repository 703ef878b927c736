import { formatCount } from '../../base/format';
import type { Criterion } from '../../catalog/filter/criterion';
import type { Session } from '../../session/sessions';
import { filterTexts } from '../../text/filterTexts';
import type { Answer } from '../ask';
import type { CommandContext } from '../context';

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
    context: Pick<CommandContext, 'accounts'>,
  ) => Promise<Criterion | 'none' | 'back'>;
}

/** What a box has read a criterion from. */
export function answeredCriterion(answer: Answer<Criterion | 'none'>): Criterion | 'none' | 'back' {
  return answer === 'back' ? answer : answer.value;
}

/** An empty answer takes the criterion away. Blanks around it are taken for slips. */
export function valued(
  answer: Answer<string>,
  make: (value: string) => Criterion | undefined,
): Criterion | 'none' | 'back' {
  return exactly(answer, (text) => (text.trim() === '' ? undefined : make(text.trim())));
}

/** The same, with every blank as it was typed: names may begin and end with some. */
export function exactly(
  answer: Answer<string>,
  make: (value: string) => Criterion | undefined,
): Criterion | 'none' | 'back' {
  if (answer === 'back') return answer;
  return (answer.value === '' ? undefined : make(answer.value)) ?? 'none';
}

/** How many of the loaded images have a value. */
export function loadedWord(count: number): string {
  return filterTexts.loaded(formatCount(count));
}
