import type { ListScope } from '../../api/images/imageSource';
import { filterTexts } from '../../text/filterTexts';
import { asItIs } from '../ask';
import { askValue } from '../askValue';
import type { ValueItem } from '../valueItem';
import type { CriterionChoice } from './criterionChoice';

/** Another list than the usual one, of those that the account's service has. */
export function scopeCriterion(): CriterionChoice {
  return {
    label: () => filterTexts.scopeRow(),
    example: { kind: 'scope', value: 'all' },
    covers: ({ kind }) => kind === 'scope',
    ask: async (session, present) => {
      const answer = await askValue<ListScope>({
        back: true,
        title: filterTexts.scopeTitle(),
        placeholder: filterTexts.scopePlaceholder(),
        items: session.images.source.scopes.map(scopeItem),
        present: present?.kind === 'scope' ? present.value : undefined,
        read: asItIs,
      });
      return answer === 'back' ? answer : { kind: 'scope', value: answer.value };
    },
  };
}

function scopeItem(value: ListScope): ValueItem<ListScope> {
  return { ...filterTexts.scope[value](), value };
}
