import { FACET_IDS, facetOf, isFacetTold } from '../../catalog/facets';
import type { Criterion } from '../../catalog/filter/criterion';
import { readBounds } from '../../catalog/filter/typedBounds';
import { readName } from '../../catalog/filter/typedName';
import type { Session } from '../../session/sessions';
import { describeCriterion } from '../../text/describeFilter';
import { capitalizedWords } from '../../text/describeRange';
import { countWords, imagesWord } from './criterionChoice';
import { readSized, readTimed } from './rangeConditions';
import { choicesOf, valueLabel, valuesCriterion } from './valueConditions';

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
  return [
    ...(name === undefined ? [] : [suggestion(name, countWords(session, name))]),
    ...valueSuggestions(text, session),
    ...rangesIn(text).map((criterion) => suggestion(criterion, countWords(session, criterion))),
  ];
}

function valueSuggestions(text: string, session: Session): readonly Suggestion[] {
  const wanted = lettersOf(text);
  if (wanted.length < FEWEST_LETTERS) return [];
  const { source } = session.images;
  const kinds = ['status' as const, ...FACET_IDS.filter((id) => isFacetTold(facetOf(id), source))];
  return kinds
    .flatMap((kind) =>
      choicesOf(session, kind)
        .filter(({ value }) => value !== '')
        .map((choice) => ({ ...choice, kind, letters: lettersOf(valueLabel(kind, choice.value)) })),
    )
    .filter(({ letters }) => letters.includes(wanted))
    .sort((a, b) => rank(a.letters, wanted) - rank(b.letters, wanted))
    .map(({ kind, value, count }) => suggestion(valuesCriterion(kind, [value]), imagesWord(count)));
}

/** The very value, one that begins so, one that has it inside. */
function rank(letters: string, wanted: string): number {
  if (letters === wanted) return 0;
  return letters.startsWith(wanted) ? 1 : 2;
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

/** The same for `CentOS 7` and `centos7`. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]/gu, '');
}
