import { l10n } from 'vscode';
import type { Image } from '../../api/image';
import { appOf, distributionOf, osOf } from '../../catalog/facets';
import { parseInstant, type Criterion } from '../../catalog/filter';
import { compilePattern, PatternError } from '../../catalog/pattern';
import type { Session } from '../../session/sessions';
import { plainLabel } from '../../text/plainLabel';
import { askText, askValue, type Answer, type ValueItem } from './askText';

/** A criterion that can be asked for. */
export interface CriterionChoice {
  readonly label: () => string;
  /** Any criterion of this kind, to tell who applies it. */
  readonly example: Criterion;
  readonly covers: (criterion: Criterion) => boolean;
  /** `undefined` when the criterion is to go: the answer was empty. */
  readonly ask: (session: Session, present: Criterion | undefined) => Promise<Criterion | undefined | 'back'>;
}

export const CRITERIA: readonly CriterionChoice[] = [
  ...nameContains(),
  ...namePattern(),
  {
    label: () => l10n.t('Exact name…'),
    example: { kind: 'name', value: '' },
    covers: ({ kind }) => kind === 'name',
    ask: async (_session, present) =>
      valued(
        await askText({
          title: l10n.t('Exact name'),
          placeholder: l10n.t('The whole name, upper and lower case as the server has it'),
          value: present?.kind === 'name' ? present.value : '',
        }),
        (value) => ({ kind: 'name', value }),
      ),
  },
  {
    label: () => l10n.t('Status…'),
    example: { kind: 'status', value: 'ACTIVE' },
    covers: ({ kind }) => kind === 'status',
    ask: async (session, present) =>
      valued(
        await askValue({
          title: l10n.t('Status'),
          placeholder: l10n.t(
            'ACTIVE is asked of the server; other statuses are looked for among loaded images',
          ),
          items: statusItems(session.images.catalog.images),
          present: present?.kind === 'status' ? present.value : undefined,
        }),
        (value) => ({ kind: 'status', value }),
      ),
  },
  {
    label: () => l10n.t('Type…'),
    example: { kind: 'type', value: 'snapshot' },
    covers: ({ kind }) => kind === 'type',
    ask: async (_session, present) =>
      valued(
        await askValue({
          title: l10n.t('Type'),
          placeholder: l10n.t('The image property image_type: pick or type a value'),
          items: [{ label: 'snapshot', description: l10n.t('saved images'), value: 'snapshot' }],
          present: present?.kind === 'type' ? present.value : undefined,
          other: (typed) => ({ label: plainLabel(typed), value: typed }),
        }),
        (value) => ({ kind: 'type', value }),
      ),
  },
  {
    label: () => l10n.t('Changed since…'),
    example: { kind: 'changedSince', value: '7d' },
    covers: ({ kind }) => kind === 'changedSince',
    ask: async (_session, present) =>
      valued(
        await askText({
          title: l10n.t('Changed since'),
          placeholder: l10n.t('For example 7d, 12h, 2026-11-23 or 2026-11-23T09:00'),
          prompt: l10n.t('A date or time of your time zone, or how long ago'),
          value: present?.kind === 'changedSince' ? present.value : '',
          problem: instantProblem,
        }),
        (value) => ({ kind: 'changedSince', value }),
      ),
  },
  ...facet(
    'app',
    () => l10n.t('App is…'),
    () => l10n.t('App is not…'),
    appOf,
  ),
  ...facet(
    'distribution',
    () => l10n.t('Distribution is…'),
    () => l10n.t('Distribution is not…'),
    distributionOf,
  ),
  ...facet(
    'os',
    () => l10n.t('Operating system is…'),
    () => l10n.t('Operating system is not…'),
    osOf,
  ),
  {
    label: () => l10n.t('Ownership…'),
    example: { kind: 'ownership', value: 'own' },
    covers: ({ kind }) => kind === 'ownership',
    ask: async (_session, present) =>
      valued(
        await askValue({
          title: l10n.t('Ownership'),
          placeholder: l10n.t('Whose images?'),
          items: [
            { label: l10n.t('My images'), value: 'own' },
            { label: l10n.t('Provider’s images'), value: 'vendor' },
          ],
          present: present?.kind === 'ownership' ? present.value : undefined,
        }),
        (value) => ({ kind: 'ownership', value: value === 'own' ? 'own' : 'vendor' }),
      ),
  },
  {
    label: () => l10n.t('Size…'),
    example: { kind: 'size' },
    covers: ({ kind }) => kind === 'size',
    ask: async (_session, present) =>
      valued(
        await askText({
          title: l10n.t('Size in GiB'),
          placeholder: l10n.t('For example 1-5, 2- (at least) or -10 (at most)'),
          value: present?.kind === 'size' ? sizeText(present) : '',
          problem: (text) =>
            text.trim() === '' || parseSize(text) !== undefined
              ? undefined
              : l10n.t('Write a range in GiB such as 1-5, 2- or -10.'),
        }),
        (value) => parseSize(value),
      ),
  },
  created(),
];

function nameContains(): readonly CriterionChoice[] {
  return [false, true].map((negated) => ({
    label: () => (negated ? l10n.t('Name does not contain…') : l10n.t('Name contains…')),
    example: { kind: 'nameContains', text: '' },
    covers: (criterion) => criterion.kind === 'nameContains' && (criterion.negated ?? false) === negated,
    ask: async (_session, present) =>
      valued(
        await askText({
          title: negated ? l10n.t('Name does not contain') : l10n.t('Name contains'),
          placeholder: l10n.t('A part of the name; upper and lower case are the same'),
          value: present?.kind === 'nameContains' ? present.text : '',
        }),
        (text) => ({ kind: 'nameContains', text, negated }),
      ),
  }));
}

function namePattern(): readonly CriterionChoice[] {
  return [false, true].map((negated) => ({
    label: () => (negated ? l10n.t('Name does not match /regex/…') : l10n.t('Name matches /regex/…')),
    example: { kind: 'namePattern', pattern: '/./' },
    covers: (criterion) => criterion.kind === 'namePattern' && (criterion.negated ?? false) === negated,
    ask: async (_session, present) =>
      valued(
        await askText({
          title: negated ? l10n.t('Name does not match') : l10n.t('Name matches'),
          placeholder: l10n.t('A regular expression such as /ubuntu-(22|24)/i'),
          value: present?.kind === 'namePattern' ? present.pattern : '',
          problem: patternProblem,
        }),
        (text) => ({ kind: 'namePattern', pattern: slashed(text), negated }),
      ),
  }));
}

function facet(
  kind: 'app' | 'distribution' | 'os',
  is: () => string,
  isNot: () => string,
  valueOf: (image: Image) => { readonly label: string; readonly family: string } | undefined,
): readonly CriterionChoice[] {
  return [false, true].map((negated) => ({
    label: negated ? isNot : is,
    example: { kind, value: '' },
    covers: (criterion) => criterion.kind === kind && (criterion.negated ?? false) === negated,
    ask: async (session, present) => {
      await session.images.ensureStarted();
      const answer = await askValue({
        title: (negated ? isNot() : is()).replace(/…$/, ''),
        placeholder: l10n.t('A value of the loaded images'),
        items: facetItems(session.images.catalog.images, valueOf),
        present: present?.kind === kind ? present.value : undefined,
      });
      return answer === 'back' ? 'back' : { kind, value: answer.text, negated };
    },
  }));
}

function created(): CriterionChoice {
  return {
    label: () => l10n.t('Created…'),
    example: { kind: 'created' },
    covers: ({ kind }) => kind === 'created',
    ask: async (_session, present) =>
      valued(
        await askText({
          title: l10n.t('Created'),
          placeholder: l10n.t('For example 2026-01-01..2026-06-30, 30d.. or ..2025-12-31'),
          prompt: l10n.t('From..to: dates, times, or how long ago'),
          value: present?.kind === 'created' ? `${present.from ?? ''}..${present.to ?? ''}` : '',
          problem: (text) => {
            const range = parseRange(text);
            return (
              (range.from === undefined ? undefined : instantProblem(range.from)) ??
              (range.to === undefined ? undefined : instantProblem(range.to))
            );
          },
        }),
        (text) => ({ kind: 'created', ...parseRange(text) }),
      ),
  };
}

/** An empty answer takes the criterion away. */
function valued(
  answer: Answer,
  make: (value: string) => Criterion | undefined,
): Criterion | undefined | 'back' {
  if (answer === 'back') return 'back';
  const text = answer.text.trim();
  return text === '' ? undefined : make(text);
}

function instantProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const instant = parseInstant(text, Date.now());
  if (typeof instant === 'number') return undefined;
  return instant === 'noSuchDate'
    ? l10n.t('There is no such date.')
    : l10n.t(
        'Write a date such as 2026-11-23, a time such as 2026-11-23T09:00, or how long ago: 7d, 12h, 30m.',
      );
}

async function patternProblem(text: string): Promise<string | undefined> {
  if (text.trim() === '') return undefined;
  try {
    await compilePattern(slashed(text.trim()));
    return undefined;
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return l10n.t('This is no regular expression: {0}', error.message);
  }
}

/** The slashes may be left out. */
function slashed(text: string): string {
  return text.startsWith('/') ? text : `/${text}/`;
}

function statusItems(images: readonly Image[]): readonly ValueItem[] {
  const words = new Set([
    'ACTIVE',
    'SAVING',
    'ERROR',
    'DELETED',
    'UNKNOWN',
    ...images.map(({ status }) => status),
  ]);
  return [...words].map((word) => ({
    label: plainLabel(word),
    description: loadedWord(images.filter(({ status }) => status === word).length),
    value: word,
  }));
}

/** Every family, and every version where a family has several, with how many loaded images have it. */
function facetItems(
  images: readonly Image[],
  valueOf: (image: Image) => { readonly label: string; readonly family: string } | undefined,
): readonly ValueItem[] {
  const counts = new Map<string, number>();
  for (const image of images) {
    const value = valueOf(image);
    for (const text of new Set([value?.family ?? '', value?.label ?? '']))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .sort(
      ([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b, undefined, { numeric: true }),
    )
    .map(([value, count]) => ({
      label: value === '' ? l10n.t('(none)') : plainLabel(value),
      description: loadedWord(count),
      value,
    }));
}

function loadedWord(count: number): string {
  return l10n.t('{0} loaded', count);
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
  return [min, max].map((bytes) => (bytes === undefined ? '' : String(bytes / GIB))).join('-');
}

function parseRange(text: string): { readonly from?: string; readonly to?: string } {
  const [from = '', to = ''] = text.includes('..')
    ? text.split('..').map((part) => part.trim())
    : [text.trim()];
  return { ...(from !== '' && { from }), ...(to !== '' && { to }) };
}
