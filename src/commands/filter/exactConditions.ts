import type { ListScope } from '../../api/images/imageSource';
import * as LONGEST from '../../base/longestText';
import { SAVED_IMAGE_TYPE } from '../../conoha';
import { filterTexts } from '../../text/filterTexts';
import { plainLabel } from '../../text/plainLabel';
import { asItIs } from '../ask';
import { askValue } from '../askValue';
import type { CriterionChoice } from './criterionChoice';
import { bracketedText } from '../../text/punctuation';

/** The image property `image_type`, which the API is asked for. */
export function typeCondition(): CriterionChoice {
  return {
    kinds: ['type'],
    label: () => filterTexts.typeRow(),
    example: () => bracketedText(SAVED_IMAGE_TYPE, filterTexts.savedImages()),
    ask: async (_asking, present) => {
      const held = present?.kind === 'type' ? present.value : undefined;
      const answer = await askValue({
        back: true,
        title: filterTexts.type(),
        placeholder: filterTexts.typePlaceholder(),
        items: [{ label: SAVED_IMAGE_TYPE, description: filterTexts.savedImages(), value: SAVED_IMAGE_TYPE }],
        present: held,
        other: {
          text: held === SAVED_IMAGE_TYPE ? undefined : held,
          longest: LONGEST.property,
          item: (typed) =>
            typed === SAVED_IMAGE_TYPE ? undefined : { label: plainLabel(typed), value: typed },
          first: true,
        },
        read: asItIs,
      });
      return answer === 'back' ? answer : { kind: 'type', value: answer.value };
    },
  };
}

/** Another list than the usual one, of those that the account's service has. */
export function scopeCondition(): CriterionChoice {
  return {
    kinds: ['scope'],
    label: () => filterTexts.scopeRow(),
    example: () => filterTexts.scope.hidden().label,
    suits: ({ scopes }) => scopes.length > 0,
    ask: async ({ session }, present) => {
      const answer = await askValue<ListScope>({
        back: true,
        title: filterTexts.scopeTitle(),
        placeholder: filterTexts.scopePlaceholder(),
        items: session.images.source.scopes.map((value) => ({ ...filterTexts.scope[value](), value })),
        present: present?.kind === 'scope' ? present.value : undefined,
        read: asItIs,
      });
      return answer === 'back' ? answer : { kind: 'scope', value: answer.value };
    },
  };
}
