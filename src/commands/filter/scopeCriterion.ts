import { l10n } from 'vscode';
import type { ListScope } from '../../api/images/imageSource';
import { asItIs } from '../ask';
import { askValue } from '../askValue';
import type { ValueItem } from '../valueItem';
import type { CriterionChoice } from './criterionChoice';

/** Another list than the usual one, of those that the account's service has. */
export function scopeCriterion(): CriterionChoice {
  return {
    label: () => l10n.t('More images…'),
    example: { kind: 'scope', value: 'all' },
    covers: ({ kind }) => kind === 'scope',
    ask: async (session, present) => {
      const answer = await askValue<ListScope>({
        back: true,
        title: l10n.t('More images'),
        placeholder: l10n.t('Select a list to request instead of the usual one'),
        items: session.images.knowledge.scopes.map(scopeItem),
        present: present?.kind === 'scope' ? present.value : undefined,
        read: asItIs,
      });
      return answer === 'back' ? answer : { kind: 'scope', value: answer.value };
    },
  };
}

function scopeItem(value: ListScope): ValueItem<ListScope> {
  switch (value) {
    case 'all':
      return {
        label: l10n.t('Also community images and all shares'),
        detail: l10n.t(
          'Community images of other projects, and images shared with you, whether accepted, pending or rejected',
        ),
        value,
      };
    case 'hidden':
      return {
        label: l10n.t('Hidden images only'),
        detail: l10n.t('A list of its own: hidden images are in no other'),
        value,
      };
  }
}
