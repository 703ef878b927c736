import { isTooLong } from '../../base/longest';
import * as LONGEST from '../../base/longestText';
import type { Criterion } from '../../catalog/filter/criterion';
import { writtenName, readName } from '../../catalog/filter/typedName';
import { compilePattern, PatternError } from '../../catalog/pattern';
import { filterTexts } from '../../text/filterTexts';
import { asItIs, type Reading } from '../ask';
import { askText } from '../askText';
import { criterionIn, exactly, type CriterionChoice } from './criterionChoice';

/** Part of the name, or a pattern, had or not had. */
export function nameCondition(): CriterionChoice {
  return {
    kinds: ['nameContains', 'namePattern'],
    label: () => filterTexts.nameRow(),
    example: () => filterTexts.nameExample(),
    addsUp: true,
    ask: async (_asking, present) =>
      criterionIn(
        await askText({
          back: true,
          title: filterTexts.name(),
          placeholder: filterTexts.namePlaceholder(),
          prompt: filterTexts.namePrompt(),
          text:
            present?.kind === 'nameContains' || present?.kind === 'namePattern' ? writtenName(present) : '',
          longest: LONGEST.pattern,
          read: readNameText,
        }),
      ),
  };
}

/** The exact name, which the API is asked for. */
export function exactNameCondition(): CriterionChoice {
  return {
    kinds: ['name'],
    label: () => filterTexts.exactNameRow(),
    example: () => 'vmi-ubuntu-24.04-amd64',
    ask: async (_asking, present) =>
      exactly(
        await askText({
          back: true,
          title: filterTexts.exactName(),
          placeholder: filterTexts.fullName(),
          text: present?.kind === 'name' ? present.value : '',
          longest: LONGEST.imageName,
          read: asItIs,
        }),
        (value) => ({ kind: 'name', value }),
      ),
  };
}

/** A pattern is tried before it is taken. */
async function readNameText(text: string): Promise<Reading<Criterion | 'none'>> {
  const criterion = readName(text);
  if (criterion?.kind === 'nameContains' && isTooLong(criterion.text, LONGEST.imageName)) {
    return { problem: { kind: 'tooLong', most: LONGEST.imageName } };
  }
  if (criterion?.kind !== 'namePattern') return { value: criterion ?? 'none' };
  try {
    await compilePattern(criterion.pattern);
    return { value: criterion };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return { problem: { kind: 'pattern', error } };
  }
}
