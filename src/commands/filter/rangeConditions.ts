import * as LONGEST from '../../base/longestText';
import type { Bounds, Criterion, TypedPeriod } from '../../catalog/filter/criterion';
import { boundsText, readBounds, type BoundsProblem } from '../../catalog/filter/typedBounds';
import { periodText, readPeriod } from '../../catalog/filter/typedPeriod';
import type { BoxProblem } from '../../text/describeBoxProblem';
import { inGib } from '../../text/describeFilter';
import { boundsWords, capitalizedWords, periodWords } from '../../text/describeRange';
import { filterTexts } from '../../text/filterTexts';
import { asItIs } from '../ask';
import { askValue } from '../askValue';
import { problemItem, type ValueItem } from '../valueItem';
import { criterionIn, countWords, type Asked, type Asking, type CriterionChoice } from './criterionChoice';
import { listedText } from '../../text/punctuation';

/** What a typed text is read as, or why it is not. */
export type RangeReading<C extends Criterion = Criterion> =
  { readonly criterion: C } | { readonly problem: BoxProblem };

/** A condition that is a range: ready-made ones, or one that is typed. */
interface Range<C extends Criterion> {
  readonly title: string;
  readonly placeholder: string;
  readonly ready: readonly C[];
  readonly read: (text: string) => RangeReading<C>;
  /** What is read as it. */
  readonly text: (criterion: C) => string;
  readonly words: (criterion: C) => string;
}

type Timed = Extract<Criterion, { readonly kind: 'created' | 'updated' }>;
type Sized = Extract<Criterion, { readonly kind: 'size' }>;
type Since = Extract<Criterion, { readonly kind: 'changedSince' }>;

const GIB = 1024 ** 3;

/** When images were created or updated last. */
export function periodCondition(kind: Timed['kind']): CriterionChoice {
  return {
    kinds: [kind],
    label: () => (kind === 'created' ? filterTexts.createdRow() : filterTexts.updatedRow()),
    example: () =>
      listedText([{ before: '1y' }, { from: '30d' }].map((period) => capitalizedWords(periodWords(period)))),
    ask: (asking, present) =>
      askRange<Timed>(asking, present?.kind === kind ? present : undefined, {
        title: kind === 'created' ? filterTexts.created() : filterTexts.updated(),
        placeholder: filterTexts.periodExample(),
        ready: readyPeriods().map((period) => ({ kind, ...period })),
        read: (text) => readTimed(kind, text),
        text: periodText,
        words: periodWords,
      }),
  };
}

/** How large the files of images are. */
export function sizeCondition(): CriterionChoice {
  return {
    kinds: ['size'],
    label: () => filterTexts.sizeRow(),
    example: () => listedText(['>5 GB', '1-5 GB']),
    ask: (asking, present) =>
      askRange<Sized>(asking, present?.kind === 'size' ? present : undefined, {
        title: filterTexts.size(),
        placeholder: filterTexts.sizeExample(),
        ready: READY_SIZES.map((bounds) => sizeCriterion(bounds)),
        read: readSized,
        text: (criterion) => boundsText(inGib(criterion)),
        words: (criterion) => boundsWords(inGib(criterion)),
      }),
  };
}

/** Since when something of an image has changed: the API is asked for it. */
export function changedSinceCondition(): CriterionChoice {
  return {
    kinds: ['changedSince'],
    label: () => filterTexts.changedSinceRow(),
    example: () => listedText(['7d', '2026-11-23']),
    ask: (asking, present) =>
      askRange<Since>(asking, present?.kind === 'changedSince' ? present : undefined, {
        title: filterTexts.changedSince(),
        placeholder: filterTexts.instantExample(),
        ready: ['1d', '7d', '30d'].map((value) => ({ kind: 'changedSince', value })),
        read: readSince,
        text: ({ value }) => value,
        words: ({ value }) => periodWords({ from: value }),
      }),
  };
}

/** What was typed for a period. */
export function readTimed(kind: Timed['kind'], text: string): RangeReading<Timed> {
  const period = readPeriod(text, Date.now());
  return typeof period === 'string' ? { problem: periodProblem(period) } : { criterion: { kind, ...period } };
}

/** What was typed for the size of a file: a bare number is the least. */
export function readSized(text: string): RangeReading<Sized> {
  const read = readBounds(text);
  if (typeof read === 'string') return { problem: boundsProblem(read) };
  return { criterion: sizeCriterion('exactly' in read ? { min: read.exactly } : read.bounds) };
}

function readSince(text: string): RangeReading<Since> {
  const period = readPeriod(text, Date.now());
  if (typeof period === 'string') return { problem: periodProblem(period) };
  const value = period.from;
  return value === undefined
    ? { problem: { kind: 'instant', problem: 'unreadable' } }
    : { criterion: { kind: 'changedSince', value } };
}

function periodProblem(problem: Exclude<ReturnType<typeof readPeriod>, TypedPeriod>): BoxProblem {
  return problem === 'endBeforeStart' ? problem : { kind: 'instant', problem };
}

function boundsProblem(problem: BoundsProblem): BoxProblem {
  return problem === 'endBeforeStart' ? problem : 'noSize';
}

function readyPeriods(): readonly TypedPeriod[] {
  const year = new Date().getFullYear();
  const ages = ['7d', '30d', '1y'].map((from) => ({ from }));
  const older = ['30d', '6mo', '1y', '2y'].map((before) => ({ before }));
  const years = [year, year - 1].map(String).map((text) => ({ from: text, to: text }));
  return [...ages, ...older, ...years];
}

const READY_SIZES: readonly Bounds[] = [
  { above: 10 },
  { above: 5 },
  { above: 1 },
  { below: 5 },
  { below: 1 },
];

/** @param bounds GiB */
function sizeCriterion(bounds: Bounds): Sized {
  const ends = Object.entries(bounds).filter(([, gib]) => typeof gib === 'number');
  return { kind: 'size', ...Object.fromEntries(ends.map(([end, gib]) => [end, Number(gib) * GIB])) };
}

/** How a text is understood stands in a row of its own before Enter. */
async function askRange<C extends Criterion>(
  { session }: Asking,
  present: C | undefined,
  { title, placeholder, ready, read, text, words }: Range<C>,
): Promise<Asked> {
  const row = (criterion: C): ValueItem<Criterion | 'none'> => ({
    label: capitalizedWords(words(criterion)),
    description: countWords(session, criterion),
    value: criterion,
  });
  const remove = { label: `$(trash) ${filterTexts.remove()}`, value: 'none' as const };
  return criterionIn(
    await askValue<Criterion | 'none'>({
      back: true,
      title,
      placeholder,
      items: [...ready.map(row), ...(present === undefined ? [] : [remove])],
      other: {
        text: present && text(present),
        longest: LONGEST.range,
        first: true,
        item: (typed) => {
          const reading = read(typed);
          if ('problem' in reading) return problemItem(reading.problem);
          const { label, ...rest } = row(reading.criterion);
          return { ...rest, label: `$(check) ${label}`, alwaysShow: true };
        },
      },
      read: asItIs,
    }),
  );
}
