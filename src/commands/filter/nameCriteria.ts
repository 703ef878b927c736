import { LONGEST } from '../../base/longest';
import { isNegated } from '../../catalog/filter/criterion';
import { compilePattern, PatternError } from '../../catalog/pattern';
import { filterTexts } from '../../text/filterTexts';
import { asItIs, type Reading } from '../ask';
import { askText } from '../askText';
import { valued, type CriterionChoice } from './criterionChoice';

/** Part of the name, had or not had. */
export function nameContains(): readonly CriterionChoice[] {
  return [false, true].map((negated) => ({
    label: () => (negated ? filterTexts.notContainsRow() : filterTexts.containsRow()),
    example: { kind: 'nameContains', text: '' },
    covers: (criterion) => criterion.kind === 'nameContains' && isNegated(criterion) === negated,
    ask: async (_session, present) =>
      valued(
        await askText({
          back: true,
          title: negated ? filterTexts.notContains() : filterTexts.contains(),
          placeholder: filterTexts.textInName(),
          text: present?.kind === 'nameContains' ? present.text : '',
          longest: LONGEST.imageName,
          read: asItIs,
        }),
        (text) => ({ kind: 'nameContains', text, negated }),
      ),
  }));
}

/** A regular expression for the name, matched or not matched. */
export function namePattern(): readonly CriterionChoice[] {
  return [false, true].map((negated) => ({
    label: () => (negated ? filterTexts.notMatchesRow() : filterTexts.matchesRow()),
    example: { kind: 'namePattern', pattern: '/./' },
    covers: (criterion) => criterion.kind === 'namePattern' && isNegated(criterion) === negated,
    ask: async (_session, present) =>
      valued(
        await askText({
          back: true,
          title: negated ? filterTexts.notMatches() : filterTexts.matches(),
          placeholder: filterTexts.patternExample(),
          text: present?.kind === 'namePattern' ? present.pattern : '',
          longest: LONGEST.pattern,
          read: readPattern,
        }),
        (text) => ({ kind: 'namePattern', pattern: slashed(text), negated }),
      ),
  }));
}

async function readPattern(text: string): Promise<Reading<string>> {
  try {
    if (text.trim() !== '') await compilePattern(slashed(text.trim()));
    return { value: text };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return { problem: { kind: 'pattern', error } };
  }
}

/** The slashes may be left out. */
function slashed(text: string): string {
  return text.startsWith('/') ? text : `/${text}/`;
}
