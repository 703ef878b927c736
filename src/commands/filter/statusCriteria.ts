import type { Image } from '../../api/images/image';
import { STATUSES } from '../../api/images/status';
import { isNegated } from '../../catalog/filter/criterion';
import { plainLabel } from '../../text/plainLabel';
import { filterTexts } from '../../text/filterTexts';
import { asItIs } from '../ask';
import { askValue } from '../askValue';
import type { ValueItem } from '../valueItem';
import { loadedWord, valued, type CriterionChoice } from './criterionChoice';

/** A status, had or not had. */
export function statusCriteria(): readonly CriterionChoice[] {
  return [false, true].map((negated) => ({
    label: () => (negated ? filterTexts.notStatusRow() : filterTexts.statusRow()),
    example: { kind: 'status', value: 'ACTIVE', negated },
    ...(!negated && { applied: () => filterTexts.statusApplied() }),
    covers: (criterion) => criterion.kind === 'status' && isNegated(criterion) === negated,
    ask: async (session, present) =>
      valued(
        await askValue({
          back: true,
          title: negated ? filterTexts.notStatus() : filterTexts.status(),
          placeholder: negated ? filterTexts.notStatusPlaceholder() : filterTexts.statusPlaceholder(),
          items: statusItems(session.images.loaded),
          present: present?.kind === 'status' ? present.value : undefined,
          read: asItIs,
        }),
        (value) => ({ kind: 'status', value, negated }),
      ),
  }));
}

function statusItems(images: readonly Image[]): readonly ValueItem<string>[] {
  const words = new Set([...STATUSES, ...images.map(({ status }) => status)]);
  return [...words].map((word) => ({
    label: plainLabel(word),
    description: loadedWord(images.filter(({ status }) => status === word).length),
    value: word,
  }));
}
