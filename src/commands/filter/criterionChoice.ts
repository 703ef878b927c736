import { formatCount } from '../../base/format';
import { testHere } from '../../catalog/filter/appliedFilter';
import type { Criterion, CriterionKind } from '../../catalog/filter/criterion';
import type { SourceKnowledge } from '../../catalog/filter/definition';
import { passing } from '../../catalog/filter/imageTest';
import type { Session } from '../../session/sessions';
import { imageCountText } from '../../text/imageCountText';
import type { Answer } from '../ask';
import type { CommandContext } from '../context';

/** What a condition is asked for with. */
export interface Asking {
  readonly session: Session;
  readonly context: Pick<CommandContext, 'accounts'>;
}

/** What came of asking; `none` when the criterion is to go. */
export type Asked = Criterion | 'none' | 'back';

/** A condition that can be asked for, of one kind or of several. */
export interface CriterionChoice {
  readonly kinds: readonly CriterionKind[];
  readonly label: () => string;
  /** What it can be asked for, for instance. */
  readonly example: (source: SourceKnowledge) => string;
  /** Whether images of a source can be told apart by it; those of all where it is left out. */
  readonly suits?: (source: SourceKnowledge) => boolean;
  /** There can be several of it at once. */
  readonly addsUp?: true;
  /** @throws {Canceled} when its box was closed */
  readonly ask: (asking: Asking, present: Criterion | undefined) => Promise<Asked>;
}

/** What a box has read a criterion from. */
export function criterionIn(answer: Answer<Criterion | 'none'>): Asked {
  return answer === 'back' ? answer : answer.value;
}

/** An answer of blanks takes the criterion away; others stay as they were typed: names may begin and end with some. */
export function exactly(answer: Answer<string>, make: (value: string) => Criterion): Asked {
  if (answer === 'back') return answer;
  return answer.value === '' ? 'none' : make(answer.value);
}

/** How many loaded images a criterion alone lets through, in words; `undefined` where that is not known at once. */
export function countWords(session: Session, criterion: Criterion): string | undefined {
  const test = testHere(criterion, Date.now());
  return test === undefined ? undefined : imagesWord(session, passing(session.images.loaded, test).length);
}

/** "12 images" of the loaded ones; "12+ images" where there may be more of them. */
export function imagesWord({ images: { catalog } }: Session, count: number): string {
  return imageCountText(`${formatCount(count)}${catalog.isComplete ? '' : '+'}`);
}
