import { LONGEST } from '../../base/longest';
import type { Criterion } from '../../catalog/filter/criterion';
import { parseInstant, parsePeriod } from '../../catalog/filter/instant';
import type { BoxProblem } from '../../text/describeBoxProblem';
import { filterTexts } from '../../text/filterTexts';
import type { Reading } from '../ask';
import { askText } from '../askText';
import { answeredCriterion, type CriterionChoice } from './criterionChoice';

/** A time since which something of the image has changed. */
export function changedSince(): CriterionChoice {
  return {
    label: () => filterTexts.changedSinceRow(),
    example: { kind: 'changedSince', value: '7d' },
    covers: ({ kind }) => kind === 'changedSince',
    ask: async (_session, present) =>
      answeredCriterion(
        await askText({
          back: true,
          title: filterTexts.changedSince(),
          placeholder: filterTexts.instantExample(),
          prompt: filterTexts.instant(),
          text: present?.kind === 'changedSince' ? present.value : '',
          longest: LONGEST.range,
          read: readChangedSince,
        }),
      ),
  };
}

/** A range of sizes, typed in GiB. */
export function size(): CriterionChoice {
  return {
    label: () => filterTexts.sizeRow(),
    example: { kind: 'size' },
    covers: ({ kind }) => kind === 'size',
    ask: async (_session, present) =>
      answeredCriterion(
        await askText({
          back: true,
          title: filterTexts.size(),
          placeholder: filterTexts.sizeExample(),
          text: present?.kind === 'size' ? sizeText(present) : '',
          longest: LONGEST.range,
          read: readSize,
        }),
      ),
  };
}

/** A period of one of an image’s two times. @param title what that time is called */
export function during(kind: 'created' | 'updated', title: () => string): CriterionChoice {
  return {
    label: () => `${title()}…`,
    example: { kind },
    covers: (criterion) => criterion.kind === kind,
    ask: async (_session, present) =>
      answeredCriterion(
        await askText({
          back: true,
          title: title(),
          placeholder: filterTexts.periodExample(),
          prompt: filterTexts.period(),
          text: present?.kind === kind ? `${present.from ?? ''}..${present.to ?? ''}` : '',
          longest: LONGEST.range,
          read: (text) => readPeriod(kind, text),
        }),
      ),
  };
}

/** Kept as it was typed: an age means another time tomorrow. */
function readChangedSince(text: string): Reading<Criterion | 'none'> {
  const value = text.trim();
  if (value === '') return { value: 'none' };
  const problem = instantProblem(value);
  return problem === undefined ? { value: { kind: 'changedSince', value } } : { problem };
}

function readSize(text: string): Reading<Criterion | 'none'> {
  if (text.trim() === '') return { value: 'none' };
  const value = parseSize(text);
  return value === undefined ? { problem: 'noSize' } : { value };
}

function readPeriod(kind: 'created' | 'updated', text: string): Reading<Criterion | 'none'> {
  const range = parseRange(text);
  if (range.from === undefined && range.to === undefined) return { value: 'none' };
  const problem = rangeProblem(range);
  return problem === undefined ? { value: { kind, ...range } } : { problem };
}

function instantProblem(text: string): BoxProblem | undefined {
  const instant = parseInstant(text, Date.now());
  return typeof instant === 'number' ? undefined : { kind: 'instant', problem: instant };
}

const GIB = 1024 ** 3;

function parseSize(text: string): Criterion | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)?\s*(?:-|–|\.\.)\s*(\d+(?:\.\d+)?)?\s*$/.exec(text);
  const [min, max] = [match?.[1], match?.[2]].map((part) =>
    part === undefined ? undefined : Number(part) * GIB,
  );
  if (match === null || (min === undefined && max === undefined)) return undefined;
  return min !== undefined && max !== undefined && min > max ? undefined : { kind: 'size', min, max };
}

function sizeText({ min, max }: { readonly min?: number; readonly max?: number }): string {
  const [from, to] = [min, max].map((bytes) => bytes && bytes / GIB);
  return `${String(from ?? '')}-${String(to ?? '')}`;
}

interface Range {
  readonly from?: string;
  readonly to?: string;
}

function rangeProblem({ from, to }: Range): BoxProblem | undefined {
  const [problem] = [from, to].flatMap((text) => (text === undefined ? [] : (instantProblem(text) ?? [])));
  if (problem !== undefined || from === undefined || to === undefined) return problem;
  const [start, end] = [parsePeriod(from, Date.now()), parsePeriod(to, Date.now())];
  return typeof start === 'object' && typeof end === 'object' && start.from > end.to
    ? 'endBeforeStart'
    : undefined;
}

function parseRange(text: string): Range {
  const [from = '', to = ''] = text.includes('..')
    ? text.split('..').map((part) => part.trim())
    : [text.trim()];
  return { ...(from !== '' && { from }), ...(to !== '' && { to }) };
}
