import { FACET_IDS, facetOf, isFacetTold } from '../../catalog/facets';
import type { Criterion } from '../../catalog/filter/criterion';
import { sameCriterion } from '../../catalog/filter/editing';
import { readBounds } from '../../catalog/filter/typedBounds';
import { readName } from '../../catalog/filter/typedName';
import type { Session } from '../../session/sessions';
import { describeCriterion } from '../../text/describeFilter';
import { capitalizedWords } from '../../text/describeRange';
import { filterTexts } from '../../text/filterTexts';
import { countWords, imagesWord } from './criterionChoice';
import { bestByLetters, lettersOf } from './letters';
import { readSized, readTimed } from './rangeConditions';
import { choicesOf, kindTitle, valueLabel, valuesCriterion } from './valueConditions';

/** What a text may be meant to ask for. */
export interface Suggestion {
  readonly criterion: Criterion;
  readonly label: string;
  /** How many loaded images it lets through, in words; `undefined` where that is not known at once. */
  readonly count: string | undefined;
}

/** Fewer letters are in too many values to mean one. */
const FEWEST_LETTERS = 2;

/** What a text typed in the first box may mean: a part of the name first, values that are called so, ranges. */
export function suggestionsFor(text: string, session: Session): readonly Suggestion[] {
  const name = readName(text);
  const values = valueSuggestions(text, session);
  // "30 GB" is a disk that images have, and a size as it is typed.
  const isNew = (criterion: Criterion) => values.every((value) => !sameCriterion(value.criterion, criterion));
  return [
    ...(name === undefined ? [] : [suggestion(name, countWords(session, name))]),
    ...values,
    ...rangesIn(text)
      .filter(isNew)
      .map((criterion) => suggestion(criterion, countWords(session, criterion))),
  ];
}

function valueSuggestions(text: string, session: Session): readonly Suggestion[] {
  const wanted = lettersOf(text);
  if (wanted.length < FEWEST_LETTERS) return [];
  const { source } = session.images;
  const kinds = ['status' as const, ...FACET_IDS.filter((id) => isFacetTold(facetOf(id), source))];
  const choices = kinds.flatMap((kind) =>
    choicesOf(session, kind)
      .filter(({ value }) => value !== '')
      .map((choice) => ({ ...choice, kind })),
  );
  const lettersIn = ({ kind, value }: (typeof choices)[number]) => lettersOf(valueLabel(kind, value));
  const found = bestByLetters(choices, lettersIn, wanted).map((choice) => ({
    ...choice,
    made: suggestion(valuesCriterion(choice.kind, [choice.value]), imagesWord(session, choice.count)),
  }));
  // My saved images are a kind and an owner: what two conditions call the same is told apart by theirs.
  return found.map(({ kind, value, made }) =>
    found.some((other) => other.made !== made && other.made.label === made.label)
      ? { ...made, label: filterTexts.valueOf(kindTitle(kind), valueLabel(kind, value)) }
      : made,
  );
}

function rangesIn(text: string): readonly Criterion[] {
  const ranges: Criterion[] = [];
  const time = readTimed('created', text);
  if ('criterion' in time) ranges.push(time.criterion);
  const disk = readBounds(text);
  if (typeof disk === 'string') return ranges;
  const size = readSized(text);
  ranges.push(
    'exactly' in disk
      ? valuesCriterion('disk', [String(disk.exactly)])
      : { kind: 'diskRange', ...disk.bounds },
  );
  if ('criterion' in size) ranges.push(size.criterion);
  return ranges;
}

function suggestion(criterion: Criterion, count: string | undefined): Suggestion {
  return { criterion, label: capitalizedWords(describeCriterion(criterion)), count };
}
