import { l10n } from 'vscode';
import type { Image } from '../../api/images/image';
import { STATUSES } from '../../api/images/status';
import { isNegated } from '../../catalog/filter/criterion';
import { plainLabel } from '../../text/plainLabel';
import { asItIs } from '../ask';
import { askValue } from '../askValue';
import type { ValueItem } from '../valueItem';
import { loadedWord, valued, type CriterionChoice } from './criterionChoice';

/** A status, had or not had. */
export function statusCriteria(): readonly CriterionChoice[] {
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
            ? l10n.t('Excludes loaded images with this status')
            : l10n.t('ACTIVE is applied by the server, other statuses to loaded images'),
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
