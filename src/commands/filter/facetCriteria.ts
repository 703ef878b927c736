import { env } from 'vscode';
import type { Image } from '../../api/images/image';
import { collatorOf } from '../../base/collator';
import { familiesTold, facetOf, type Facet, type FacetId } from '../../catalog/facets';
import { isNegated } from '../../catalog/filter/criterion';
import { facetValueLabel, facetWords, type FixedWords } from '../../text/describeFacet';
import { plainLabel } from '../../text/plainLabel';
import { filterTexts } from '../../text/filterTexts';
import { asItIs } from '../ask';
import { askValue } from '../askValue';
import type { ValueItem } from '../valueItem';
import { firstPageForBox } from '../firstPage';
import { loadedWord, type CriterionChoice } from './criterionChoice';

/** Stands for whatever is chosen: who applies it follows from there being a value, not from which one. */
const ANY_VALUE = 'any';

/** What a facet can be asked for: one of its few values, or one that the loaded images have, or all but that one. */
export function facetCriteria(id: FacetId): readonly CriterionChoice[] {
  const words = facetWords(id);
  if ('choose' in words) return [fixedChoice(id, words)];
  return [openChoice(id, words.is, false), openChoice(id, words.isNot, true)];
}

function openChoice(kind: FacetId, label: string, negated: boolean): CriterionChoice {
  return {
    label: () => label,
    example: { kind, value: ANY_VALUE, negated },
    covers: (criterion) => criterion.kind === kind && isNegated(criterion) === negated,
    ask: async (session, present, context) => {
      const values = () => valueItems(session.images.loaded, facetOf(kind));
      const answer = await askValue({
        back: true,
        title: label.replace(/…$/, ''),
        placeholder: filterTexts.selectValue(),
        items: (closed) => firstPageForBox(context, session, closed).then(values),
        nothing: filterTexts.noneLoaded(),
        present: present?.kind === kind ? present.value : undefined,
        read: asItIs,
      });
      return answer === 'back' ? answer : { kind, value: answer.value, negated };
    },
  };
}

function fixedChoice(kind: FacetId, { title, choose, question }: FixedWords): CriterionChoice {
  return {
    label: () => choose,
    example: { kind, value: ANY_VALUE },
    covers: (criterion) => criterion.kind === kind,
    ask: async ({ images }, present) => {
      const answer = await askValue({
        back: true,
        title,
        placeholder: question,
        items: familiesTold(facetOf(kind), images.source).map((value) => ({
          label: facetValueLabel(kind, value),
          value,
        })),
        present: present?.kind === kind ? present.value : undefined,
        read: asItIs,
      });
      return answer === 'back' ? answer : { kind, value: answer.value };
    },
  };
}

/** Every family, and every version where a family has several, with how many loaded images have it. */
function valueItems(images: readonly Image[], { valueOf, valuesOf }: Facet): readonly ValueItem<string>[] {
  const counts = new Map<string, number>();
  for (const image of images) {
    const values = valuesOf?.(image) ?? [valueOf(image)].filter((value) => value !== undefined);
    const texts = values.flatMap(({ family, label }) => [family, label]);
    for (const text of new Set(texts.length === 0 ? [''] : texts))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const { compare } = collatorOf(env.language);
  return [...counts]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || compare(a, b))
    .map(([value, count]) => ({
      label: value === '' ? filterTexts.noValue() : plainLabel(value),
      description: loadedWord(count),
      value,
    }));
}
