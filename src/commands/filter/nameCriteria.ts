import { l10n } from 'vscode';
import { LONGEST } from '../../base/longest';
import { isNegated } from '../../catalog/filter/criterion';
import { compilePattern, PatternError } from '../../catalog/pattern';
import { asItIs, type Reading } from '../ask';
import { askText } from '../askText';
import { valued, type CriterionChoice } from './criterionChoice';

/** Part of the name, had or not had. */
export function nameContains(): readonly CriterionChoice[] {
  return [false, true].map((negated) => ({
    label: () => (negated ? l10n.t('Name does not contain…') : l10n.t('Name contains…')),
    example: { kind: 'nameContains', text: '' },
    covers: (criterion) => criterion.kind === 'nameContains' && isNegated(criterion) === negated,
    ask: async (_session, present) =>
      valued(
        await askText({
          back: true,
          title: negated ? l10n.t('Name does not contain') : l10n.t('Name contains'),
          placeholder: l10n.t('Text in the name (not case-sensitive)'),
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
    label: () => (negated ? l10n.t('Name does not match /regex/…') : l10n.t('Name matches /regex/…')),
    example: { kind: 'namePattern', pattern: '/./' },
    covers: (criterion) => criterion.kind === 'namePattern' && isNegated(criterion) === negated,
    ask: async (_session, present) =>
      valued(
        await askText({
          back: true,
          title: negated ? l10n.t('Name does not match') : l10n.t('Name matches'),
          placeholder: l10n.t('A regular expression such as /ubuntu-(22|24)/i'),
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
