import { l10n } from 'vscode';
import type { Image } from '../../api/images/image';
import { isNegated } from '../../catalog/filter';
import { formatCount } from '../../base/format';
import { plainLabel } from '../../text/plainLabel';
import { askValue, type ValueItem } from '../ask';
import { valued, type CriterionChoice } from './criterionChoice';

export function facet(
  kind: 'app' | 'distribution' | 'os',
  is: () => string,
  isNot: () => string,
  valueOf: (image: Image) => { readonly label: string; readonly family: string } | undefined,
): readonly CriterionChoice[] {
  return [false, true].map((negated) => ({
    label: negated ? isNot : is,
    example: { kind, value: '' },
    covers: (criterion) => criterion.kind === kind && isNegated(criterion) === negated,
    ask: async ({ images }, present) => {
      const answer = await askValue({
        back: true,
        title: (negated ? isNot() : is()).replace(/…$/, ''),
        placeholder: l10n.t('A value of the loaded images'),
        items: images.ensureStarted().then(() => facetItems(images.loaded, valueOf)),
        nothing: l10n.t('No image is loaded'),
        present: present?.kind === kind ? present.value : undefined,
      });
      return answer === undefined || answer === 'back' ? answer : { kind, value: answer.text, negated };
    },
  }));
}

export function status(): readonly CriterionChoice[] {
  return [false, true].map((negated) => ({
    label: () => (negated ? l10n.t('Status is not…') : l10n.t('Status…')),
    example: { kind: 'status', value: 'ACTIVE', negated },
    ...(!negated && { applied: () => l10n.t('ACTIVE applied by the server, others here, to loaded images') }),
    covers: (criterion) => criterion.kind === 'status' && isNegated(criterion) === negated,
    ask: async (session, present) =>
      valued(
        await askValue({
          back: true,
          title: negated ? l10n.t('Status is not') : l10n.t('Status'),
          placeholder: negated
            ? l10n.t('Loaded images with this status are left out')
            : l10n.t('ACTIVE is asked of the server; other statuses are looked for among loaded images'),
          items: statusItems(session.images.loaded),
          present: present?.kind === 'status' ? present.value : undefined,
        }),
        (value) => ({ kind: 'status', value, negated }),
      ),
  }));
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
  return l10n.t('{0} loaded', formatCount(count, 'en'));
}
